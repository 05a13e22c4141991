import type { StoreProblem } from '../prisma/store-error.js'

/** What the person at the terminal reads. */
export const copy = {
  store: (kind: 'embedded' | 'server', place: string) =>
    kind === 'embedded' ? `存储已打开（内置，${place}）` : '存储已打开（PostgreSQL 服务器）',
  demo: (stations: string) => `已载入演示站：${stations}`,
  gateway: '模拟网关已启动（本机，TLS）',
  connecting: '正在连接网关……',
  online: '助手已登录，在群里静候。',
  standby: '另一个进程正在值守这个账号，本进程待命；它停下后30秒内自动接替。',
  model: (name: string) =>
    name === 'none' ? '未配置大模型：小结用离线方式生成。' : `小结由大模型 ${name} 起草，逐条核对后才用。`,
  open: (url: string) => `请在浏览器打开：${url}`,
  stopping: '正在停止……',
  restart: (resets: number) => `与网关的连接已断开${resets}次，建议重启本程序。`,
  failed: (reason: string) => `没有启动成功：${reason}`,
  storeProblem: (problem: StoreProblem): string => {
    switch (problem.code) {
      case 'in-use':
        return `数据目录 ${problem.directory} 正被另一个进程使用，请先停掉它，或用 DATA_DIR 换一个目录。`
      case 'not-writable':
        return `数据目录 ${problem.directory} 不能写入（${problem.reason}），请检查权限和磁盘空间，或用 DATA_DIR 换一个目录。`
      case 'not-durable':
        return `内置存储不能保证断电不丢数据（${problem.found}），已停止；请按 package-lock.json 重新安装依赖。`
      case 'other-postgres':
        return `${problem.directory} 由 PostgreSQL ${problem.found} 写成，本版需要 ${problem.needed}；请用旧版 npm run backup 备份，再用本版 npm run restore。`
      case 'bad-url':
        return 'DATABASE_URL 不是 PostgreSQL 地址，应为 postgresql://用户:密码@主机:5432/库名。'
      case 'unreachable':
        return `连不上数据库 ${problem.host}:${problem.port}（${problem.reason}），请检查 DATABASE_URL 和网络。`
      case 'refused':
        return `数据库 ${problem.host}:${problem.port} 拒绝了用户 ${problem.user} 访问 ${problem.database}（${problem.reason}），请检查 DATABASE_URL。`
      case 'unfit-server':
        return `数据库设置 ${problem.setting} 是 ${problem.found}，需要 ${problem.needed}，请联系数据库管理员。`
      case 'newer-than-program':
        return `存储已被更新的版本升级过（${problem.migration}），请改用更新的程序。`
      case 'bad-migration':
      case 'unfinished-migration':
      case 'edited-migration':
        return `存储升级 ${problem.migration} 没有成功（${problem.code}），数据未改动；请带着这句话联系维护者。`
      case 'not-empty':
        return `存储里已有数据（${problem.table}），只能恢复到空的存储；请换一个 DATA_DIR 或空库。`
      case 'ahead-of-backup':
        return `存储的版本（${problem.migration}）比备份新，请恢复到一个全新的存储。`
      case 'bad-backup':
        return `备份 ${problem.file} 第${problem.line}行不完整或被改过（${problem.reason}），没有恢复任何数据。`
      case 'file-exists':
        return `${problem.file} 已存在，备份不覆盖旧文件，请换一个文件名。`
    }
  },
}
