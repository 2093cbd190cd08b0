/** A file a person chose. `token` stands for the place it can be written back to; null where there is none. */
export type PickedFile = { readonly token: string | null; readonly name: string; readonly text: string }
export type SavedFile = { readonly token: string | null; readonly name: string }
export type SaveRequest = { readonly token: string | null; readonly suggestedName: string; readonly text: string }

/** Opening and saving files on this machine. Null: the person cancelled. Rejects with an Error whose message is for the person. */
export type FileDoor = {
  open(): Promise<PickedFile | null>
  /** Without a token asks where. */
  save(request: SaveRequest): Promise<SavedFile | null>
}
