import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { MOST_SUBJECTS } from '#pricing/analysis/comparison.ts'
import type { Workbook } from '#shared/document/types.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AddDesign } from './add-design.tsx'
import type { PickWorkbook } from './add-design.tsx'
import { currencyOf, designKey, designName } from './designs.ts'
import type { Design } from './designs.ts'
import { changeCompare, removeDesign, useCompare } from './state.ts'
import type { Chosen } from './use-comparison.ts'

type Props = { readonly document: Workbook; readonly chosen: Chosen; readonly pick: PickWorkbook }

/** The designs compared, which of them is the baseline, and adding another. */
export function DesignsBar({ document, chosen, pick }: Props) {
  const [adding, setAdding] = useState(false)
  const count = useCompare((state) => state.designs.length)
  const full = count >= MOST_SUBJECTS
  return (
    <div className="compare-designs">
      <ul className="compare-chips" aria-label="Designs compared">
        {chosen.designs.map((design, index) => (
          <Chip key={designKey(design)} design={design} document={document} isBaseline={index === chosen.baseline} />
        ))}
        {chosen.odd.map((design) => (
          <Chip key={designKey(design)} design={design} document={document} isBaseline={false} odd />
        ))}
      </ul>
      <Button
        kind="quiet"
        icon={<Plus />}
        disabled={full}
        title={full ? `${String(MOST_SUBJECTS)} designs at most` : 'Another scenario, workbook or file'}
        onClick={() => setAdding(true)}
      >
        Add a design
      </Button>
      {adding && <AddDesign document={document} pick={pick} onClose={() => setAdding(false)} />}
    </div>
  )
}

type ChipProps = { readonly design: Design; readonly document: Workbook; readonly isBaseline: boolean; readonly odd?: boolean }

function Chip({ design, document, isBaseline, odd = false }: ChipProps) {
  const key = designKey(design)
  const name = designName(design, document)
  return (
    <li className="compare-chip" data-baseline={isBaseline || undefined} data-odd={odd || undefined}>
      <label className="compare-chip-choice" title={isBaseline ? 'The others are compared with this one' : 'Compare with this one'}>
        <input
          type="radio"
          name="compare-baseline"
          checked={isBaseline}
          disabled={odd}
          onChange={() => changeCompare({ baseline: key })}
          aria-label={`Baseline: ${name}`}
        />
        <span className="compare-chip-name">{name}</span>
        {isBaseline && <span className="compare-chip-note">baseline</span>}
        {odd && <span className="compare-chip-note">in {currencyOf(design, document)}, not compared</span>}
      </label>
      <button
        type="button"
        className="compare-chip-close"
        aria-label={`Leave out ${name}`}
        title="Leave out"
        onClick={() => removeDesign(key)}
      >
        <X aria-hidden />
      </button>
    </li>
  )
}
