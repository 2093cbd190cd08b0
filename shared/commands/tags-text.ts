import { refusals } from '#shared/messages/commands.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './types.ts'

export type Tags = Readonly<Record<string, string>>

/** Tags as the Tags column shows them: `team=ml, stage=prod`. */
export function printTags(tags: Tags): string {
  return Object.entries(tags)
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join(', ')
}

/** Reads what `printTags` writes; a name alone is a tag without a value. */
export function readTags(text: string): Tags | Refusal {
  const tags = new Map<string, string>()
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === '') continue
    const [name = '', ...value] = part.split('=')
    if (name.trim() === '') return refuse('bad-tags', refusals.badTags(text))
    if (tags.has(name.trim())) return refuse('duplicate-tag', refusals.duplicateTag(name.trim()))
    tags.set(name.trim(), value.join('=').trim())
  }
  return Object.fromEntries(tags)
}
