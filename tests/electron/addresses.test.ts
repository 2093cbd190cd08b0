import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocalRequest, isOurPage, outsideLink, pageAddress } from '#electron/page/address.ts'
import { pageFile } from '#electron/page/pageFile.ts'
import { contentSecurityPolicy } from '#electron/page/policy.ts'
import { services } from '#pricing/services/registry.ts'

const hostile = [
  'https://evil.example/?app://bundle/',
  'https://bundle/',
  'http://app.bundle/',
  'app://bundle.evil/',
  'app://evil.bundle/',
  'app://user@bundle/',
  'app://bundle@evil/',
  'app://bundle:80/',
  'app:bundle/index.html',
  'file:///etc/passwd',
  'file://server/share',
  'smb://server/share',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:https://evil.example/1',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'vbscript:x',
  'ms-msdt:/id',
  '//bundle/index.html',
  '\\\\server\\share',
  '',
  'not an address',
]

describe('isOurPage', () => {
  it('takes our own origin and nothing that looks like it', () => {
    expect(isOurPage(pageAddress)).toBe(true)
    expect(isOurPage('app://bundle/?a#b')).toBe(true)
    expect(hostile.filter(isOurPage)).toEqual([])
  })
})

describe('isLocalRequest', () => {
  it('lets our files and data made in the page through, and nothing that reaches a network or another file', () => {
    expect(
      ['app://bundle/a.js', 'data:image/png;base64,AA', 'blob:app://bundle/1', 'devtools://x/y'].filter((one) => !isLocalRequest(one)),
    ).toEqual([])
    expect(
      [
        'https://aws.amazon.com/',
        'http://127.0.0.1/',
        'ws://x/',
        'ftp://x/',
        'file:///x',
        'app://evil/x',
        'blob:https://evil/1',
        'filesystem:app://bundle/x',
      ].filter(isLocalRequest),
    ).toEqual([])
  })
})

describe('outsideLink', () => {
  it('gives the pages of the vendors over https, unchanged', () => {
    for (const link of ['https://aws.amazon.com/ec2/pricing/', 'https://azure.microsoft.com/pricing/', 'https://cloud.google.com/pricing'])
      expect(outsideLink(link)).toBe(link)
  })

  it('opens the source of every service', () => {
    const sources = [...services.values()].map((service) => service.source)
    expect(sources.length).toBeGreaterThan(10)
    expect(sources.filter((source) => outsideLink(source) === null)).toEqual([])
  })

  it('refuses every other address', () => {
    const more = [
      'http://aws.amazon.com/',
      'https://aws.amazon.com.evil.example/',
      'https://aws.amazon.com@evil.example/',
      'https://aws.amazon.com:8443/',
      'https://user:pass@aws.amazon.com/',
      'https://evil.example/aws.amazon.com',
    ]
    expect([...hostile, ...more].filter((one) => outsideLink(one) !== null)).toEqual([])
  })
})

describe('pageFile', () => {
  const folder = path.resolve('/srv/page')

  it('finds the files of the page with their types', () => {
    expect(pageFile(folder, pageAddress)).toEqual({ path: path.join(folder, 'index.html'), contentType: 'text/html; charset=utf-8' })
    expect(pageFile(folder, 'app://bundle/assets/2026-11.book')?.contentType).toBe('application/octet-stream')
    expect(pageFile(folder, 'app://bundle/assets/a%20b.js?x#y')?.path).toBe(path.join(folder, 'assets', 'a b.js'))
  })

  it.each([
    '..%2f..%2fetc%2fpasswd.json',
    '..%5c..%5cx.js',
    'a\\..\\..\\x.js',
    'a%00.js',
    '%E0%A4%A.js',
    '..%2fpage-evil%2fx.js',
    'a/..%2f..%2fx.js',
  ])('serves nothing for %s', (name) => {
    expect(pageFile(folder, `app://bundle/${name}`)).toBeNull()
  })

  it('never leaves its folder, whatever the address', () => {
    const piece = fc.oneof(fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '/', '\\', '.', '%00', 'a', '.js', '.html', '%252e'), fc.string())
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = pageFile(folder, `app://bundle/${pieces.join('')}`)
        expect(found === null || path.relative(folder, found.path).split(path.sep)[0] !== '..').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the page’s policy', () => {
  it('allows nothing inline, nothing evaluated and nothing from outside', () => {
    const policy = contentSecurityPolicy('bm9uY2U=')
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='")
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
})
