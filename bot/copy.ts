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
  feed: (url: string) => `日历订阅已开通：${url}`,
  feedPlace: (reason: string) => `能监听的地址和端口（${reason}）`,
  stopping: '正在停止……',
  restart: (resets: number) => `与网关的连接已断开${resets}次，建议重启本程序。`,
  failed: (reason: string) => `没有启动成功：${reason}`,
}
