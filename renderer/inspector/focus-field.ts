/** Puts the cursor into a field of the inspector by its `data-field`, unfolding what hides it. */
export function focusField(anchor: string): void {
  const row = Array.from(document.querySelectorAll<HTMLElement>('.inspector [data-field]')).find(
    (element) => element.dataset['field'] === anchor,
  )
  const fold = row?.closest('details')
  if (fold !== null && fold !== undefined) fold.open = true
  const field = row?.querySelector<HTMLElement>('input, select, textarea')
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
