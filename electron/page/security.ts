import { app, session, shell } from 'electron'
import type { WebContents } from 'electron'
import { isLocalRequest, isOurPage, outsideLink } from './address.ts'

/** What the page may ask the browser for. Everything else is denied, which is not Electron's default. */
const permissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage'])

/** Guards that every window gets the moment it is made; call before the first window. */
export function guardContents(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOurPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOurPage(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const link = outsideLink(url)
    if (link !== null) void shell.openExternal(link)
    return { action: 'deny' }
  })
}

/** Denies permissions and cancels every request that would leave the machine; call when the app is ready. */
export function guardSession(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permissions.has(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => permissions.has(permission))
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalRequest(details.url) }))
}
