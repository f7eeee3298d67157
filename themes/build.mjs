// Builds every theme into the web project's wwwroot/themes. Run by `dotnet build` (src/LearningDev.Web/Themes.targets) or `npm run build`.
// Only Node's own modules may be imported at the top: the packages may not be installed yet when this file starts.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const themesFolder = dirname(fileURLToPath(import.meta.url))
const outputFolder = join(themesFolder, '..', 'src', 'LearningDev.Web', 'wwwroot', 'themes')
const workFolder = join(themesFolder, 'obj')
const stampFile = join(workFolder, 'themes.stamp')
const lockFolder = join(workFolder, 'build.lock')
const modulesFolder = join(themesFolder, 'node_modules')
const installedFile = join(modulesFolder, '.installed')

const sha256 = (...contents) => contents.reduce((hash, content) => hash.update(content), createHash('sha256'))

function filesUnder (folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function sourceFiles () {
  const skipped = new Set(['node_modules', 'obj'])
  return readdirSync(themesFolder, { withFileTypes: true })
    .filter(entry => !skipped.has(entry.name) && !entry.name.endsWith('.md'))
    .flatMap(entry => entry.isDirectory() ? filesUnder(join(themesFolder, entry.name)) : [join(themesFolder, entry.name)])
    .sort()
}

const sourcesHash = () =>
  sha256(...sourceFiles().flatMap(file => [relative(themesFolder, file), readFileSync(file)])).digest('hex')

function isRunning (processId) {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

// Two builds at once (test projects side by side) would trample on node_modules: the second waits, then finds its work done.
async function withLock (work) {
  mkdirSync(workFolder, { recursive: true })
  const ownerFile = join(lockFolder, 'owner')
  const giveUpAt = Date.now() + 10 * 60_000
  for (;;) {
    try {
      mkdirSync(lockFolder)
      writeFileSync(ownerFile, String(process.pid))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const owner = existsSync(ownerFile) ? Number(readFileSync(ownerFile, 'utf8')) : 0
    const age = existsSync(lockFolder) ? Date.now() - statSync(lockFolder).mtimeMs : 0
    if (owner ? !isRunning(owner) : age > 10_000) rmSync(lockFolder, { recursive: true, force: true })
    else if (Date.now() > giveUpAt) throw new Error(`Another build of the themes (process ${owner}) has held ${lockFolder} for ten minutes.`)
    else await delay(200)
  }
  try {
    return await work()
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

function installPackages () {
  const wanted = sha256(readFileSync(join(themesFolder, 'package-lock.json')), process.platform, process.arch).digest('hex')
  if (existsSync(installedFile) && readFileSync(installedFile, 'utf8') === wanted) return
  console.log('Installing the themes\' npm packages')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: themesFolder, encoding: 'utf8', shell: process.platform === 'win32' })
  if (npm.error) throw new Error(`npm could not be started (${npm.error.message}). Install Node.js 20 or later, which brings npm: https://nodejs.org`)
  if (npm.status !== 0) throw new Error(`npm ci failed in ${themesFolder}:\n${npm.stdout}${npm.stderr}`)
  writeFileSync(installedFile, wanted)
}

// The fingerprint that the .NET SDK gives a static asset: the first nine bytes of its SHA-256, least significant first, as ten base 36 digits.
// With it a style sheet names the immutable address of its fonts and pictures.
function fingerprint (content) {
  const bytes = sha256(content).digest().subarray(0, 9)
  let number = BigInt.asIntN(72, BigInt('0x' + Buffer.from(bytes).reverse().toString('hex')))
  if (number < 0n) number = -number
  let digits = ''
  for (let i = 0; i < 10; i++) {
    digits += (number % 36n).toString(36)
    number /= 36n
  }
  return digits
}

const fingerprinted = (path, content) => path.replace(/(\.[^.]+)$/, `.${fingerprint(content)}$1`)

function pointAtImmutableFiles (css, files) {
  return css.replace(/url\((["']?)([^)"']+)\1\)/g, (whole, quote, address) => {
    if (/^(data:|#|\/|https?:)/.test(address)) return whole
    const content = files.get(address)
    if (!content) throw new Error(`The style sheet asks for ${address}, which the theme does not have.`)
    return `url("${fingerprinted(address, content)}")`
  })
}

async function buildTheme (id, tools) {
  const folder = join(themesFolder, id)
  const manifest = JSON.parse(readFileSync(join(folder, 'theme.json'), 'utf8'))
  if (manifest.id !== id) throw new Error(`themes/${id}/theme.json has the id "${manifest.id}"; it must be the folder's name.`)

  const files = new Map()
  for (const file of existsSync(join(folder, 'images')) ? filesUnder(join(folder, 'images')) : []) {
    files.set(relative(folder, file).split(sep).join('/'), readFileSync(file))
  }
  for (const font of manifest.fonts ?? []) {
    files.set(`fonts/${basename(font)}`, readFileSync(join(modulesFolder, ...font.split('/'))))
  }

  const colours = Object.entries(manifest.colours).map(([name, value]) => `"${name}": ${value}`).join(',')
  const sheet = tools.sass.compile(join(folder, 'theme.scss'), {
    style: 'compressed',
    loadPaths: [join(modulesFolder, 'govuk-frontend', 'dist')],
    quietDeps: true,
    charset: false,
    // `@use "theme:colours"` gives the style sheet the colours of theme.json, so that they are written down once.
    importers: [{
      canonicalize: url => url === 'theme:colours' ? new URL(url) : null,
      load: () => ({ contents: `$all: (${colours});`, syntax: 'scss' })
    }]
  })
  const css = tools.esbuild.transformSync(sheet.css, { loader: 'css', minify: true, legalComments: 'none' }).code

  const ownScript = join(folder, 'theme.mjs')
  const bundle = async entry => Buffer.from((await tools.esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    legalComments: 'none',
    nodePaths: [modulesFolder],
    logLevel: 'silent'
  })).outputFiles[0].contents)

  files.set('theme.css', Buffer.from(pointAtImmutableFiles(css, files)))
  files.set('theme.js', await bundle(existsSync(ownScript) ? ownScript : join(themesFolder, 'foundations', 'portal.mjs')))
  files.set('editing.js', await bundle(join(themesFolder, 'foundations', 'editing.mjs')))
  files.set('theme.json', Buffer.from(JSON.stringify(manifest, null, 2) + '\n'))
  return files
}

// A reader (a running portal, another build) never sees half a file.
function write (path, content) {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = join(workFolder, `${process.pid}.unfinished`)
  writeFileSync(unfinished, content)
  renameSync(unfinished, path)
}

async function build () {
  const hash = sourcesHash()
  const ids = readdirSync(themesFolder).filter(name => existsSync(join(themesFolder, name, 'theme.json')))
  const complete = ids.every(id => existsSync(join(outputFolder, id, 'theme.css')))
  if (complete && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) {
    utimesSync(stampFile, new Date(), new Date())
    return
  }

  installPackages()
  const load = async name => import(pathToFileURL(join(modulesFolder, name)).href)
  const tools = { sass: await load('sass/sass.node.mjs'), esbuild: (await load('esbuild/lib/main.js')).default }

  const written = new Set()
  for (const id of ids) {
    for (const [name, content] of await buildTheme(id, tools)) {
      const path = join(outputFolder, id, ...name.split('/'))
      write(path, content)
      written.add(path)
    }
  }
  for (const file of filesUnder(outputFolder)) {
    if (!written.has(file)) rmSync(file)
  }
  write(stampFile, hash)
  console.log(`Themes built: ${ids.join(', ')}`)
}

try {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Error(`The themes need Node.js 20 or later; this is ${process.version}. Install Node.js 20 or later: https://nodejs.org`)
  }
  await withLock(build)
} catch (error) {
  // The form that MSBuild shows as an error of the build.
  console.error(`themes/build.mjs : error THEME01: ${error.message}`)
  process.exitCode = 1
}
