// How installers are made. The program needs no node_modules at run time: page and shell are bundled whole.
import path from 'node:path'
import { root } from './run.mjs'

const icons = path.join(root, 'build/icons')

/** Fuses of a release; a build for tests leaves `--inspect` on, which Playwright needs. */
export function fuses(isForTests) {
  return {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isForTests,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    // No cookies exist; on a Mac their encryption would only ask for the keychain.
    enableCookieEncryption: false,
  }
}

/** The configuration of electron-builder. */
export function packaging({ isForTests = false } = {}) {
  return {
    appId: 'dev.skytally.Skytally',
    productName: 'Skytally',
    copyright: 'Copyright © The Skytally authors. Apache-2.0.',
    // Not `dist`: the output folder would be packed into itself.
    directories: { output: 'release', buildResources: icons },
    files: ['dist/electron/**', 'dist/renderer/**', 'package.json', 'LICENSE', '!**/*.map', '!**/node_modules/**'],
    asar: true,
    npmRebuild: false,
    // Updates are fetched by nobody: the program works without a network.
    publish: null,
    electronFuses: fuses(isForTests),
    fileAssociations: [
      {
        ext: 'skytally',
        name: 'Skytally workbook',
        description: 'Skytally workbook',
        mimeType: 'application/vnd.skytally+json',
        role: 'Editor',
      },
    ],
    linux: {
      target: ['AppImage', 'deb', 'tar.gz'],
      category: 'Office',
      icon: icons,
      executableName: 'skytally-desktop',
      synopsis: 'What a cloud design will cost before it exists',
      maintainer: 'The Skytally authors <authors@skytally.invalid>',
      syncDesktopName: true,
    },
    mac: {
      target: ['dmg', 'zip'],
      category: 'public.app-category.finance',
      icon: path.join(icons, 'icon.icns'),
      hardenedRuntime: true,
      minimumSystemVersion: '13.0',
    },
    win: { target: ['nsis', 'zip'], icon: path.join(icons, 'icon.ico') },
    nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  }
}
