import type { ComputeSize } from '#pricing/catalog/types.ts'
import type { Place } from './places.ts'
import { readQuery } from './query.ts'
import type { AskedShape, Query } from './query.ts'
import type { Thing } from './things.ts'

/** How near a thing comes to what was typed, best first. */
export const nearness = { named: 0, begins: 1, words: 2, inside: 3, placeOnly: 4 } as const

/** More words than this nobody types; the rest is not looked at, so that a set of words fits into one number. */
const mostWords = 30

/** What was typed, ready to be held against things and places. Sets of words are numbers with a bit for each word. */
export type Matcher = {
  /** All words. */
  readonly all: number
  readonly words: readonly string[]
  readonly shape: AskedShape
  /** The words that are not the name of a place, as one text: what a thing may be called. */
  readonly name: string
}

export function matcherOf(query: Query, places: readonly Place[]): Matcher {
  const words = query.words.slice(0, mostWords)
  const name = words.filter((word) => !places.some((place) => isPlaceWord(place, word))).join(' ')
  return { all: 2 ** words.length - 1, words, shape: query.shape, name }
}

/** The words that name a place: whole ones and their beginnings from two letters on. */
export function placeWords(matcher: Matcher, place: Place): number {
  return bitsOf(matcher.words, (word) => isPlaceWord(place, word))
}

function isPlaceWord(place: Place, word: string): boolean {
  return word.length > 1 && place.words.includes(` ${word}`)
}

/** Whether a thing lacks a word of the text, which then only its place can have. */
export function placeFinder(text: string, places: readonly Place[]): (thing: Thing) => boolean {
  const matcher = matcherOf(readQuery(text), places)
  return (thing) => thingWords(matcher, thing) !== matcher.all
}

/** The words that a thing is found by. */
export function thingWords(matcher: Matcher, thing: Thing): number {
  return bitsOf(matcher.words, (word) => thing.words.includes(word))
}

function bitsOf(words: readonly string[], holds: (word: string) => boolean): number {
  let bits = 0
  for (let at = 0; at < words.length; at++) if (holds(words[at] ?? '')) bits |= 1 << at
  return bits
}

/** `found`: the words the thing is found by, as `thingWords` gave them. */
export function nearnessOf(matcher: Matcher, thing: Thing, found: number): number {
  const { name, words } = matcher
  if (name !== '') {
    if (thing.names.includes(name)) return nearness.named
    if (thing.names.some((own) => own.startsWith(name))) return nearness.begins
  }
  if (found === 0 && words.length > 0) return nearness.placeOnly
  return words.every((word, at) => (found & (1 << at)) === 0 || thing.words.includes(` ${word}`)) ? nearness.words : nearness.inside
}

/** A size with up to this many times what was asked for is still an answer. */
const somewhatMore = 2

/** How a size answers the shape asked for: exactly, with somewhat more, or not. Without a shape every thing fits exactly. */
export function shapeFit(shape: AskedShape, size: ComputeSize | null): 'exact' | 'larger' | 'no' {
  const asked = Object.keys(shape).length > 0
  if (!asked) return 'exact'
  if (size === null) return 'no'
  const pairs = [
    [shape.vcpu, size.vcpu],
    [shape.memoryGib, size.memoryGib],
    [shape.gpuCount, size.gpuCount],
  ] as const
  if (pairs.some(([wanted, has]) => wanted !== undefined && (has < wanted || has > wanted * somewhatMore))) return 'no'
  return pairs.every(([wanted, has]) => wanted === undefined || has === wanted) ? 'exact' : 'larger'
}
