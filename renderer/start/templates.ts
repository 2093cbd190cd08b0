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
  {
    id: 'managed-endpoint-autoscaled',
    title: 'Managed endpoint that scales',
    about: 'A hundred thousand requests a day on two to five instances: an autoscaling rule simulated hour by hour against a band of $500.',
  },
  {
    id: 'scaling-by-the-clock',
    title: 'Scaling by the clock',
    about: 'Two servers from midnight, five from noon, nine on Saturday evening for the event: two weeks of hours that the count follows.',
  },
  {
    id: 'kubernetes-service',
    title: 'Kubernetes service',
    about: 'Pods that scale from two to ten, the nodes they need, the control plane and a load balancer.',
  },
  {
    id: 'environments',
    title: 'Three environments',
    about: 'Dev and staging made from production by rules, with a subtotal each; dev works office hours and its disks keep charging.',
  },
]

/** The workbooks that come with the program, in the order the start page shows them. */
export const templates: readonly Template[] = words.flatMap((template) => {
  const text = files[`../../examples/${template.id}.skytally`]
  return text === undefined ? [] : [{ ...template, text }]
})
