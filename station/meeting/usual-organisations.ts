/** Whom a joint meeting of a profession's station usually asks; a station may set its own list. */
export const USUAL_ORGANISATIONS: Readonly<Record<string, readonly string[]>> = {
  医疗卫生: ['卫健委', '医保局'],
  金融: ['地方金融管理局', '市场监管局'],
  法律: ['司法局', '法院', '检察院'],
  教育: ['教育局', '人社局'],
}

/** For any other profession: the offices every matter of a district passes through. */
export const USUAL_ANYWHERE: readonly string[] = ['政府办', '信访局']
