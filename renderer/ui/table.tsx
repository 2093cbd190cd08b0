import { createContext, useContext } from 'react'
import type { ReactElement } from 'react'
import type { TableProps } from './table-types.ts'

/** Draws the tables of all views. The frame gives it, so that no view need know the grid. */
export const TableMaker = createContext<((props: TableProps) => ReactElement) | null>(null)

/** A read-only table of any length. Arrows, Page and Home/End keys move; Enter on a head sorts; Tab leaves. */
export function Table(props: TableProps): ReactElement {
  const make = useContext(TableMaker)
  if (make === null) throw new Error('A table was drawn outside of TableMaker.')
  return make(props)
}
