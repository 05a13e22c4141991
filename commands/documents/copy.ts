export const copy = {
  working: '正在生成文件，好了就发来。',
  failed: '这份文件没有做成，系统出了差错，已记下。请稍后再要一次。',
}
