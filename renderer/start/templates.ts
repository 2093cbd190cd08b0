const files: Readonly<Record<string, string>> = import.meta.glob('../../examples/*.skytally', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export type Template = {
  readonly id: string
  readonly title: string
  /** One sentence: what it is and what one sees in it. */
  readonly about: string
  /** The workbook's file. */
  readonly text: string
}

const words: readonly Omit<Template, 'text'>[] = [
  {
    id: 'image-classification',
    title: 'Image classification',
    about: 'A million predictions a day behind a load balancer and a CDN, every row from the price book, against a budget of $500.',
  },
  {
    id: 'image-classification-flat',
    title: 'Image classification, rules of thumb',
    about: 'The same system in round monthly figures: what an architect writes on a napkin.',
  },
  { id: 'inference-service', title: 'Inference service', about: 'A million requests a month on three small servers, in round figures.' },
  {
    id: 'training-run',
    title: 'Training run',
    about: 'A GPU instance for a day and a terabyte of data; one driver moves the hours to spot capacity.',
  },
  { id: 'serverless-inference', title: 'Serverless inference', about: 'Functions kept warm for the working day.' },
  { id: 'managed-endpoint', title: 'Managed endpoint', about: 'Two instances at least and five at most; the average decides the bill.' },
]

/** The workbooks that come with the program, in the order the start page shows them. */
export const templates: readonly Template[] = words.flatMap((template) => {
  const text = files[`../../examples/${template.id}.skytally`]
  return text === undefined ? [] : [{ ...template, text }]
})
