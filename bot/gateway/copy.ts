/** What the gateway says to the person at the page or at the terminal. */
export const copy = {
  portTaken: (host: string, port: number): string =>
    `网页端口 ${host}:${port} 已被别的程序占用，请关闭那个程序，或换一个端口后再启动。`,
  pageFailed: (host: string, port: number, reason: string): string => `网页无法在 ${host}:${port} 打开：${reason}`,
  foreignOrigin: '只接受本页面发出的请求。',
  badRequest: '请求的内容不对。',
  tooLarge: '文件超过 10 MB，发不出去。',
  emptyFile: '这个文件是空的。',
  notThere: '没有这个文件。',
  clockBusy: '时间正在前进，请稍等。',
  clockBackwards: '时间只能往前走。',
  clockTooFar: '一次最多前进 400 天。',
  clockFailed: '时间没能前进，请看终端里的日志。',
}
