import { useEffect, useState } from 'react'
import { handleCommands } from '#renderer/workspace/commands.ts'
import { FormulasHelp } from './formulas-help.tsx'
import { PricesHelp } from './prices-help.tsx'
import { ShortcutsHelp } from './shortcuts-help.tsx'

type Page = 'shortcuts' | 'formulas' | 'prices'

/** The help pages, opened by their commands. */
export function Help() {
  const [page, setPage] = useState<Page | null>(null)
  useEffect(
    () =>
      handleCommands({
        'help.shortcuts': { run: () => setPage('shortcuts') },
        'help.formulas': { run: () => setPage('formulas') },
        'help.prices': { run: () => setPage('prices'), enabled: (state) => state.book !== null },
      }),
    [],
  )
  const close = () => setPage(null)
  if (page === 'shortcuts') return <ShortcutsHelp onClose={close} />
  if (page === 'formulas') return <FormulasHelp onClose={close} />
  return page === 'prices' ? <PricesHelp onClose={close} /> : null
}
