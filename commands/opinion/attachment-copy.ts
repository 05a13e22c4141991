export const attachmentCopy = {
  kept: (no: number, count: number) => `Y${no} 已附图${count}张，与意见一起存档。`,
  noPicture: (no: number) => `没有找到您刚发的图片。请先发图片，10分钟内再发：附图 Y${no}`,
  privately: '图片可能有个人信息，请私聊我说。',
  notYours: (no: number) => `Y${no} 的图片只有登记人和联络员能看。`,
  none: (no: number) => `Y${no} 没有附图。先发图片，再发：附图 Y${no}`,
  shown: (no: number, count: number) => `Y${no} 附图${count}张（只供办理，请勿转发；本次查看已记录）。`,
}
