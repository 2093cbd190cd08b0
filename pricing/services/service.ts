import type { Charge, ChoiceInput, Input, NumberInput, ServiceDeclaration } from './declare.ts'

/**
 * Gives a declaration its type, and lets the compiler refuse what the declaration itself contradicts: a column, a
 * condition or a placeholder of a rate that names no input, a condition on a value that is not among the choices.
 * Names inside formulas are text to the compiler; `declarationProblems` of check.ts reads those.
 */
export function service<const Inputs extends Record<string, Input>, const Charges extends Record<string, Charge>>(
  declaration: Omit<ServiceDeclaration, 'inputs' | 'charges' | 'columns'> & {
    readonly inputs: Inputs
    readonly charges: Charges & Fitting<Inputs, Charges>
    readonly columns?: { readonly size?: NamesOf<Inputs, ChoiceInput | { kind: 'size' }>; readonly count?: NamesOf<Inputs, NumberInput> }
  },
): ServiceDeclaration {
  return declaration
}

type NamesOf<Inputs, Kind> = { [Name in keyof Inputs]: Inputs[Name] extends Kind ? Name : never }[keyof Inputs] & string

type Fitting<Inputs, Charges> = { readonly [Id in keyof Charges]: FittingWhen<Inputs, Charges[Id]> & FittingRate<Inputs, Charges[Id]> }

type FittingWhen<Inputs, One> = One extends { readonly when: infer When }
  ? { readonly when: { readonly [Name in keyof When]: Name extends keyof Inputs ? readonly OptionsOf<Inputs[Name]>[] : never } }
  : unknown

type OptionsOf<One> = One extends { readonly kind: 'choice'; readonly options: infer Options } ? keyof Options : never

type FittingRate<Inputs, One> = One extends { readonly rate: infer Rate }
  ? PlaceholderOf<Rate> extends keyof Inputs | 'region'
    ? FittingRegion<Inputs, One>
    : { readonly rate: 'a placeholder of this rate names no input' }
  : unknown

type FittingRegion<Inputs, One> = One extends { readonly region: infer Place }
  ? PlaceholderIn<Place> extends keyof Inputs
    ? unknown
    : { readonly region: 'this region names no input' }
  : unknown

type PlaceholderOf<Rate> = Rate extends readonly (infer One)[] ? PlaceholderIn<One> : PlaceholderIn<Rate>
type PlaceholderIn<Rate> = Rate extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholderIn<Rest> : never
