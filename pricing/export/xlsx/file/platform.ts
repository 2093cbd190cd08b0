/** A stream of bytes that come out deflated, as browsers, workers and Node have it alike. */
type Deflating = {
  readonly writable: {
    getWriter(): { readonly ready: Promise<undefined>; write(bytes: Uint8Array): Promise<undefined>; close(): Promise<undefined> }
  }
  readonly readable: {
    getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array }> }
  }
}

// Neither is part of the language itself, so its library does not name them; every place that runs this has both.
declare const CompressionStream: new (format: 'deflate-raw') => Deflating
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

export function deflating(): Deflating {
  return new CompressionStream('deflate-raw')
}

const encoder = new TextEncoder()

/** The text in UTF-8; half a character that stands alone becomes the mark of one that is missing. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}
