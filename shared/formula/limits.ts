/** Held before anything else reads a formula; the first and last are Excel's own. */
export const maxCharacters = 8192
export const maxTokens = 2000
export const maxNesting = 64
export const maxNameLength = 64
/** Steps of one interpretation. A formula within the limits above needs fewer. */
export const maxSteps = 20_000
