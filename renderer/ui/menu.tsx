import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Keys } from './keys.tsx'
import './menu.css'

/** A menu that opens from a button. Not modal: a modal one injects a style element, which the content policy refuses. */
export function Menu({
  trigger,
  children,
  align = 'start',
}: {
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="ui-menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

type MenuItemProps = {
  readonly children: ReactNode
  readonly onSelect: () => void
  readonly icon?: ReactNode
  /** In tinykeys form. */
  readonly keys?: string
  readonly disabled?: boolean
  readonly danger?: boolean
}

export function MenuItem({ children, onSelect, icon, keys, disabled = false, danger = false }: MenuItemProps) {
  return (
    <Radix.Item className="ui-menu-item" data-danger={danger || undefined} disabled={disabled} onSelect={onSelect}>
      <span className="ui-menu-icon">{icon}</span>
      <span className="ui-menu-label">{children}</span>
      {keys !== undefined && <Keys shortcut={keys} />}
    </Radix.Item>
  )
}

type MenuChoiceProps<Value extends string> = {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChoose: (value: Value) => void
}

/** One of several: the chosen one carries a mark. */
export function MenuChoice<Value extends string>({ value, options, onChoose }: MenuChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option !== undefined) onChoose(option.value)
  }
  return (
    <Radix.RadioGroup value={value} onValueChange={choose}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className="ui-menu-item">
          <span className="ui-menu-icon">
            <Radix.ItemIndicator>●</Radix.ItemIndicator>
          </span>
          <span className="ui-menu-label">{option.label}</span>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

export function MenuLine() {
  return <Radix.Separator className="ui-menu-line" />
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="ui-menu-heading">{children}</Radix.Label>
}
