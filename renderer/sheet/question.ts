import { createStore } from 'zustand/vanilla'

export type RowsAnswer = 'add' | 'fit' | 'cancel'

/** A question the sheet asks before a paste adds rows. */
export const question = createStore<{ readonly rows: number; readonly answer: ((answer: RowsAnswer) => void) | null }>(() => ({
  rows: 0,
  answer: null,
}))

/** Resolves with what the person chose; a question already open counts as cancelled. */
export function askForRows(rows: number): Promise<RowsAnswer> {
  question.getState().answer?.('cancel')
  return new Promise((resolve) => {
    question.setState({
      rows,
      answer: (answer) => {
        question.setState({ rows: 0, answer: null })
        resolve(answer)
      },
    })
  })
}
