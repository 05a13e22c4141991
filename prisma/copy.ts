import type { StoreProblem } from './store-error.js'

/** What the operator reads: what is wrong, and what to do next. */
export function storeSentence(problem: StoreProblem): string {
  switch (problem.code) {
    case 'in-use':
      return `数据目录 ${problem.directory} 正被另一个进程使用。请先停掉那个进程，再启动。`
    case 'not-writable':
      return `数据目录 ${problem.directory} 不能写入（${problem.reason}）。请检查目录权限和磁盘空间。`
    case 'not-durable':
      return `数据目录 ${problem.directory} 不能保证断电不丢数据（${problem.found}），已停止启动。请换用发布时锁定的依赖版本（npm ci）。`
    case 'other-postgres':
      return `数据目录 ${problem.directory} 由 PostgreSQL ${problem.found} 建立，本程序使用 ${problem.needed}。请用原版本执行 npm run backup，再用本版本 npm run restore 到新目录。`
    case 'bad-url':
      return 'DATABASE_URL 写法不对。应为 postgres://用户:密码@主机:端口/库名。'
    case 'unreachable':
      return `连不上数据库 ${problem.host}:${problem.port}（${problem.reason}）。请检查数据库是否已启动、地址和防火墙。`
    case 'refused':
      return `数据库 ${problem.host}:${problem.port}/${problem.database} 拒绝了用户 ${problem.user}（${problem.reason}）。请检查账号、密码和库名。`
    case 'unfit-server':
      return `数据库设置 ${problem.setting} 为 ${problem.found}，须为 ${problem.needed}。请改好后再启动。`
    case 'bad-migration':
      return `数据库升级 ${problem.migration} 没有成功，已全部撤回（${problem.reason}）。请保留日志并联系维护人员。`
    case 'unfinished-migration':
      return `数据库升级 ${problem.migration} 曾被其他工具中断。请联系维护人员处理后再启动。`
    case 'edited-migration':
      return `数据库升级文件 ${problem.migration} 在执行后被改动。请恢复发布时的原文件。`
    case 'newer-than-program':
      return `数据比程序新（含 ${problem.migration}）。请换用新版本程序。`
    case 'not-empty':
      return `目标数据库里已有数据（${problem.table}），不能恢复。请换一个空的数据目录或数据库。`
    case 'ahead-of-backup':
      return `目标数据库已升级到 ${problem.migration}，晚于这份备份。请恢复到一个全新的数据目录或数据库，程序会自动升级。`
    case 'bad-backup':
      return `备份文件 ${problem.file} 第 ${problem.line} 行有问题（${problem.reason}），没有写入任何数据。请换一份备份。`
    case 'file-exists':
      return `文件 ${problem.file} 已存在，备份不会覆盖它。请换一个文件名。`
  }
}
