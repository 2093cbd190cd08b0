import { setSchedule } from '#shared/commands/schedules.ts'
import type { Refusal } from '#shared/commands/types.ts'
import type { CellText, ScalingRule, Schedule } from '#shared/document/types.ts'
import { FormulaField } from '#renderer/ui/formula-field.tsx'
import { edit } from '#renderer/workspace/edit.ts'
import { ScalingPicture } from './scaling-picture.tsx'

type FieldInfo = {
  readonly key: keyof ScalingRule
  readonly label: string
  readonly unit: string
  readonly placeholder: string
  readonly help: string
}

const FIELDS: readonly FieldInfo[] = [
  {
    key: 'load',
    label: 'Load',
    unit: '',
    placeholder: '',
    help: 'What the scaler watches: a number, a week, or a formula over drivers and schedules.',
  },
  {
    key: 'capacity',
    label: 'One instance takes',
    unit: '',
    placeholder: '',
    help: 'In the unit of the load, when it is used to the full.',
  },
  { key: 'target', label: 'Target', unit: '', placeholder: '70%', help: 'Share of the capacity that the rule aims at.' },
  { key: 'minimum', label: 'Minimum', unit: 'instances', placeholder: '1', help: 'Never fewer.' },
  {
    key: 'maximum',
    label: 'Maximum',
    unit: 'instances',
    placeholder: '10',
    help: 'Never more: what is wanted above waits or is turned away.',
  },
  { key: 'coolDownMinutes', label: 'Cool-down', unit: 'min', placeholder: '5', help: 'None is stopped for so long after a change.' },
  {
    key: 'stabilisationMinutes',
    label: 'Stabilisation',
    unit: 'min',
    placeholder: '15',
    help: 'Instances are stopped only down to the most that were wanted in this time.',
  },
]

/** An autoscaling rule, and the week of instances it comes to. */
export function ScalingForm({ schedule, rule }: { readonly schedule: Schedule; readonly rule: ScalingRule }) {
  const set = (key: keyof ScalingRule, text: CellText): Refusal | null =>
    edit(setSchedule, { id: schedule.id, fields: { scaling: withText(rule, key, text) } })
  return (
    <div className="scaling">
      <div className="scaling-fields">
        {FIELDS.map(({ key, label, unit, placeholder, help }) => (
          <label key={key} className="scaling-field" title={help}>
            <span>
              {label}
              {unit !== '' && `, ${unit}`}
            </span>
            <FormulaField
              label={`${label} of ${schedule.name}`}
              text={rule[key] ?? ''}
              placeholder={placeholder}
              commit={(text) => set(key, text)}
            />
          </label>
        ))}
      </div>
      <ScalingPicture schedule={schedule} />
    </div>
  )
}

/** An optional field left empty is taken away. */
function withText(rule: ScalingRule, key: keyof ScalingRule, text: CellText): ScalingRule {
  const next = { ...rule, [key]: text }
  if (text.trim() !== '' || (key !== 'coolDownMinutes' && key !== 'stabilisationMinutes')) return next
  const { [key]: _, ...rest } = next
  return rest
}
