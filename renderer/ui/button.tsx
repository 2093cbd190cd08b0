import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Tooltip } from './tooltip.tsx'
import './button.css'

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & {
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly icon?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
  /** `submit` inside a form; otherwise a click only. */
  readonly type?: 'button' | 'submit'
}

export function Button({ kind = 'plain', icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`ui-button ui-button-${kind}`}>
      {icon}
      {children !== undefined && <span className="ui-button-label">{children}</span>}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'title'> & {
  /** What it does; read aloud and shown on hover. */
  readonly label: string
  /** Printed keys, shown beside the label on hover. */
  readonly keys?: string
  readonly children: ReactNode
  readonly pressed?: boolean
}

export function IconButton({ label, keys, kind = 'quiet', children, pressed, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <button {...rest} type={type} aria-label={label} aria-pressed={pressed} className={`ui-button ui-button-icon ui-button-${kind}`}>
        {children}
      </button>
    </Tooltip>
  )
}
