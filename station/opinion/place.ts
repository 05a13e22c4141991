/** A place the station knows: a community names its street, a street stands alone. */
export interface PlaceEntry {
  readonly name: string
  /** The street it belongs to; absent for a street itself. */
  readonly street?: string
  readonly aliases?: readonly string[]
}

export interface Place {
  /** "双塘街道·来凤街社区", or the bare name where the street is not known. */
  readonly label: string
  readonly name: string
  readonly street: string | null
  /** From the directory, or only guessed from the ending of the word. */
  readonly known: boolean
}

const SUFFIXES =
  '街道|社区|小区|新村|花园|家园|公寓|雅苑|苑|佳园|广场(?!舞)|大厦|公园|菜场|农贸市场|小学|中学|幼儿园|医院|卫生服务中心|地铁站|公交站|大道|路口|大街|街(?!上|边|头|坊|面)|路(?![面灯口边上人牙段况障过程费线网])|巷(?!子|道)|村(?!民|里|口|干|委|集|级)'
// What stands before the name in running text; the name begins after the last of these.
const BEFORE_NAME =
  /^.*(?:早上|晚上|夜里|半夜|夜班|天天|每天|经常|节假日|周末|高峰|上班|下班|放学|门口|隔壁|对面|楼下|经过|已经|送|覆盖|投资|取消|证明|没有|进(?!香)|打(?!钉)|[走跑](?!马)|扫(?!帚)|回(?!民|龙)|得(?!胜)|要|反映|说|称|位于|住在|家住|就在|来自|附近|我们|你们|他们|居民|群众|家长|老人|业主|村民|希望|建议|要求|关于|因为|由于|以及|现在|目前|最近|今天|昨天|这个|那个|[在到去的是和与从向把对给个条住位不没了着跟让找抢跳推呛拆做])/
const GUESS = new RegExp(`([一-龥]{1,7}?)(${SUFFIXES})`, 'g')

const MORE = new RegExp(`^(?:${SUFFIXES})+`)

/** 短路, 跑路, 断路, 线路, 道路, 三站路, 一路: ways of speaking of a way, not its name. */
const NO_ROAD = /(?:[线短断岔近远弯道一]|[几两三四五六七八九十\d]+[站里])$/

/** Words that only look like a name before such an ending: 老旧小区, 各社区, 上学路, 十字街. */
const NOT_A_NAME = new Set(
  '快速 高架 环城 老旧 老 旧 新 各 本 全 该 这 那 每 某 有 有些 部分 一些 很多 许多 不少 几个 多个 每个 所有 整个 其他 其它 别的 周边 附近 封闭 开放 开放式 无物业 高档 住宅 商业 所在 我 我们 你们 同一 一个 两个 三个 建 新建 进 出 本市 城市 农村 乡 全区 区 市 县 省 门口 后 前 上 下 左 右 东 西 南 北 中 马 道 公 铁 线 出 网 走 过 问 思 退 套 一 半 修 拦 堵 让 带 占 沿 断头 盲 绕 逛 步行 商业步行 小吃 大 小 十字 上学 放学 回家 下班 上班 三甲 公立 私立 民办 民营 大型 社区 三级 二级 综合 专科 儿童 中医 校外 公办 附属 重点 某某 街心 口袋 体育 主题 文明 智慧 美丽 城中 乡镇 示范 试点 中心 养老 人才 单身 老年 学生'.split(
    ' ',
  ),
)

const namesOf = (entry: PlaceEntry): readonly string[] => {
  // 来凤街社区 is called 来凤街 too; the bare 双塘 of 双塘街道 is enough where it has two characters.
  const stem = entry.name.replace(/(?:街道|社区|镇|乡)$/, '')
  return [entry.name, ...(entry.aliases ?? []), ...(stem.length >= 2 && stem !== entry.name ? [stem] : [])]
}

const fromEntry = (entry: PlaceEntry): Place => ({
  label: entry.street ? `${entry.street}·${entry.name}` : entry.name,
  name: entry.name,
  street: entry.street ?? (/街道$/.test(entry.name) ? entry.name : null),
  known: true,
})

const listed = (text: string, directory: readonly PlaceEntry[]): Place | undefined => {
  let best: { entry: PlaceEntry; length: number } | undefined
  for (const entry of directory)
    for (const name of namesOf(entry)) {
      if (!text.includes(name)) continue
      const finer = best !== undefined && best.entry.street === undefined && entry.street !== undefined
      if (best === undefined || finer || (name.length > best.length && !(best.entry.street && !entry.street)))
        best = { entry, length: name.length }
    }
  return best && fromEntry(best.entry)
}

const guessed = (text: string): Place | undefined => {
  for (const match of text.matchAll(GUESS)) {
    const stem = (match[1] ?? '').replace(BEFORE_NAME, '')
    const suffix = match[2] ?? ''
    if (stem === '' || NOT_A_NAME.has(stem)) continue
    if (suffix === '路' && NO_ROAD.test(stem)) continue
    // One character before 路, 街, 村… is rarely a name by itself.
    if (stem.length === 1 && suffix.length === 1) continue
    // 大光路小区 is finer than 大光路: endings that follow at once belong to the name.
    const name = stem + suffix + (MORE.exec(text.slice(match.index + match[0].length))?.[0] ?? '')
    return { label: name, name, street: name.endsWith('街道') ? name : null, known: false }
  }
  return undefined
}

/** The words that are not the name of the place: 来凤街社区路灯不亮 is about light wherever it is said. */
export const withoutPlace = (text: string, name: string | undefined): string =>
  name ? text.replaceAll(name, ' ').replaceAll(name.replace(/(?:街道|社区|小区)$/, '') || name, ' ') : text

/** The place a text speaks of: the finest one the directory knows, else a guess from how place names end. */
export const placeIn = (text: string, directory: readonly PlaceEntry[] = []): Place | undefined =>
  listed(text, directory) ?? guessed(text)
