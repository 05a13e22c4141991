import { execFile } from 'node:child_process'
import process from 'node:process'

/** A task of the console as the npm scripts run it, on the store in `dataDirectory`; `typed` is what the keyboard gives. */
export function atConsole(
  task: 'administrator' | 'import',
  dataDirectory: string,
  args: readonly string[],
  typed = '',
): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const env = { ...process.env, DATABASE_URL: '', SEALING_KEY: '', DATA_DIR: dataDirectory }
  const command = ['--import', 'tsx', `bot/console/${task}.ts`, ...args]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    )
    child.stdin!.end(typed)
  })
}
