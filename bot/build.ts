/** npm run build: a production tree in dist/ that runs with `node dist/bot/main.js`, without tsx and without the prisma command. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** What the program reads beside its code. */
const ASSETS = ['bot/gateway/page', 'prisma/migrations']

rmSync('dist', { recursive: true, force: true })
execFileSync('npx', ['prisma', 'generate'], { stdio: 'inherit' })
execFileSync('npx', ['tsc', '--project', 'tsconfig.build.json'], { stdio: 'inherit' })
for (const asset of ASSETS) cpSync(asset, `dist/${asset}`, { recursive: true })

const { name, version, license, type, engines, dependencies } = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Record<string, unknown>
const ENV = 'node --env-file-if-exists=.env'
const scripts = {
  start: 'node bot/main.js',
  administrator: `${ENV} bot/console/administrator.js`,
  import: `${ENV} bot/console/import.js`,
  backup: `${ENV} bot/console/move-rows.js backup`,
  restore: `${ENV} bot/console/move-rows.js restore`,
}
writeFileSync(
  'dist/package.json',
  `${JSON.stringify({ name, version, private: true, license, type, engines, scripts, dependencies }, null, 2)}\n`,
)
for (const file of ['.npmrc', '.env.example', 'LICENSE', 'README.md', 'README.zh-CN.md']) cpSync(file, `dist/${file}`)
