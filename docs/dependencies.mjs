// Writes docs/dependencies.md: every package that the portal and its tests are made of, with its licence. After `dotnet restore`:
//   node docs/dependencies.mjs
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const nugetFolder = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages')
const lockFiles = ['themes/package-lock.json', 'tests/LearningDev.TestSupport/package-lock.json']

// Packages that carry their licence as a file, and what that file is.
const licencesInFiles = {
  J2N: 'Apache-2.0',
  'Lucene.Net': 'Apache-2.0',
  'Lucene.Net.Analysis.Common': 'Apache-2.0',
  'SourceGear.sqlite3': 'blessing',
  'Microsoft.Playwright': 'MIT',
  'Microsoft.TestPlatform.ObjectModel': 'MIT',
  'Microsoft.TestPlatform.TestHost': 'MIT',
  'Microsoft.NET.Test.Sdk': 'MIT',
  'Microsoft.CodeCoverage': 'MIT',
  FsCheck: 'BSD-3-Clause',
  'FSharp.Core': 'MIT'
}
const licencesByAddress = [
  [/licenses\.nuget\.org\/(MIT|Apache-2\.0|BSD-3-Clause)/, found => found[1]],
  [/(apache\.org\/licenses\/LICENSE-2\.0|xunit\/xunit\/(master|main)\/license\.txt)/i, () => 'Apache-2.0'],
  [/(dotnet\/(corefx|core-setup|standard|runtime)\/.*LICENSE|go\.microsoft\.com\/fwlink\/\?(LinkId|linkid)=(329770|841311))/i, () => 'MIT']
]

function projectFolders (folder = root) {
  return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory() && !/^(\.|node_modules$|bin$|obj$)/.test(entry.name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      return readdirSync(path).some(name => name.endsWith('.csproj')) ? [path] : projectFolders(path)
    })
}

function nugetLicence (name, version) {
  const file = join(nugetFolder, name.toLowerCase(), version.toLowerCase(), `${name.toLowerCase()}.nuspec`)
  const nuspec = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const expression = /<license type="expression">([^<]+)</.exec(nuspec)?.[1]
  const address = /<licenseUrl>([^<]+)</.exec(nuspec)?.[1] ?? ''
  for (const [pattern, licence] of licencesByAddress) {
    const found = pattern.exec(address)
    if (!expression && !licencesInFiles[name] && found) return licence(found)
  }
  return expression ?? licencesInFiles[name] ?? `unknown ${address}`.trim()
}

const packages = new Map()
function note (registry, name, version, licence, user) {
  const key = `${registry} ${name} ${version}`
  const known = packages.get(key) ?? { registry, name, version, licence, product: false }
  known.product ||= user.startsWith('src') || user.startsWith('themes')
  packages.set(key, known)
}

for (const folder of projectFolders()) {
  const assets = join(folder, 'obj', 'project.assets.json')
  if (!existsSync(assets)) throw new Error(`${relative(root, folder)} has not been restored. Run: dotnet restore`)
  for (const [id, library] of Object.entries(JSON.parse(readFileSync(assets, 'utf8')).libraries)) {
    const [name, version] = id.split('/')
    if (library.type === 'package') note('NuGet', name, version, nugetLicence(name, version), relative(root, folder))
  }
}
for (const file of lockFiles) {
  for (const [path, entry] of Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')).packages)) {
    if (path) note('npm', path.split('node_modules/').pop(), entry.version, entry.license ?? 'unknown', file)
  }
}

const rows = [...packages.values()].sort((a, b) => a.registry.localeCompare(b.registry) || a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version))
writeFileSync(join(root, 'docs', 'dependencies.md'), `# Dependencies

Every package that the portal and its tests are made of, those that other packages bring included. Written by \`node docs/dependencies.mjs\`; a test fails
when a package is missing here, or has a licence that is not allowed. [security.md](security.md) says by which rules packages are taken.

| From | Package | Version | Licence | Used by |
| --- | --- | --- | --- | --- |
${rows.map(row => `| ${row.registry} | ${row.name} | ${row.version} | ${row.licence} | ${row.product ? 'the portal' : 'the tests'} |`).join('\n')}
`)
console.log(`${rows.length} packages`)
