import { app } from 'electron'
import { declarePageScheme } from './page/protocol.ts'
import { startShell } from './shell.ts'

// The order matters: the scheme and the sandbox must be settled before the app is ready, the folder before the lock.
declarePageScheme()
app.enableSandbox()
const folder = app.commandLine.getSwitchValue('user-data-dir')
if (folder !== '') app.setPath('userData', folder)

if (app.requestSingleInstanceLock()) startShell()
else app.exit(0)
