/** What people say for a command, as data: `says` must explain the whole line. */
export interface Wording {
  says: RegExp
  /** The plain line; $1 and so on as in String.replace. */
  means: string
  /** Only offered: it may as well be another word. */
  unsure?: true
}

const PERIOD = '今天|今日|本周|这周|本月|这个月|本季度|今年|月|周|季|年'

/** Where a matter stands, asked in any of the usual ways; the number stands before it. */
const HOW_FAR =
  '(?:现在|目前)?的?(?:办理)?(?:进展|进度|情况|状态|期限|时限|怎么样了?|怎样了?|如何了?|到哪一?步了?|办得怎么样了?|办[完好成]了?[吗没]?|办到哪了?|有(?:结果|答复|回音|进展)了?[吗没]?|什么情况|(?:什么时候|哪天|几号)(?:到期|答复|截止|办完)|还[剩有](?:几|多少)天)(?:怎么样了?|如何了?)?[啊呢]?'

/** Whole lines, after numbers were written as H12, courtesies taken off and blanks closed up. */
export const WORDINGS: readonly Wording[] = [
  { says: /^(?:最近|现在|近期)?(?:都|还)?有(?:些)?(?:哪些|什么|啥)活动(?:可以报名)?$/, means: '活动' },
  { says: /^我(?:都)?报(?:名)?了(?:哪些|什么|啥)(?:活动)?$/, means: '我的活动' },
  { says: /^((?:H\d+)?)(?:都)?有(?:谁|哪些人)(?:报名|参加)(?:了)?$/, means: '名单 $1' },
  { says: /^((?:H\d+)?)(?:现在)?(?:报(?:名)?了多少人|有多少人(?:报名|参加)了?|多少人报名)$/, means: '名单 $1' },
  {
    says: /^(?:这个?月|本月|现在|当前)(?:是)?谁轮值$|^(?:现在|这个?月|本月)?轮到谁了?$|^谁(?:在)?轮值$/,
    means: '轮值',
  },
  { says: new RegExp(`^(?:写|生成|出)?(${PERIOD})(?:的)?(?:小结|总结)$`), means: '小结 $1' },
  { says: new RegExp(`^(?:小结|写小结|生成小结)(${PERIOD})$`), means: '小结 $1' },
  { says: /^(?:写|出)?这(?:一|个)?(?:周|星期|礼拜)(?:的)?(?:小结|总结)$/, means: '小结 本周' },
  { says: /^(H\d+)我(?:要|想)?请(?:个)?假(.{1,20})$/, means: '请假 $1 $2' },
  { says: /^(?:生成|写个|写一份|出个|出一份|来个|来一份)小结$/, means: '小结' },
  { says: new RegExp(`^小节((?:${PERIOD})?)$`), means: '小结 $1', unsure: true },
  {
    says: /^(?:使用说明|命令|命令列表|有(?:哪些|什么)命令|(?:你)?(?:都)?(?:会|能)(?:做)?(?:些)?什么|怎么用(?:你)?|help)$/i,
    means: '帮助',
  },
  {
    says: /^(?:把|将)?(?:这[条个句]?|上面(?:这条)?|它)?(?:登记|记|转|录)(?:成|为|作|到)(?:一[条个])?(?:群众)?意见(?:里)?$/,
    means: '记意见',
  },
  { says: new RegExp(`^(?:请问)?(Y\\d+)${HOW_FAR}$`), means: '查看 $1' },
  { says: new RegExp(`^(?:请问)?(J\\d+)${HOW_FAR}$`), means: '期限 $1' },
  { says: /^(L\d+)(?:条文)?(?:意见)?(?:汇总|导出)$|^(?:汇总|导出)(L\d+)(?:的?意见)?$/, means: '导出条文意见 $1$2' },
  { says: /^(K\d+)结题(.*)$|^结题(K\d+)(.*)$/, means: '议题报告 $1$3 $2$4' },
  { says: /^(?:期限|时限|进展|进度)(Y\d+)$/, means: '查看 $1' },
  { says: /^(?:时限|进展|进度)(J\d+)$/, means: '期限 $1' },
  { says: /^撤[消销回](?:一下)?(?:(?:我)?刚才(?:的|那条|的操作)?|上一条|上一步)?$/, means: '撤销' },
]

/** How a line may open instead of with the command's own name; the rest stays as the writer wrote it. */
export const OPENINGS: readonly (readonly [opens: RegExp, name: string])[] = [
  [/^\s*[【[［]\s*(?:群众)?意[见見]\s*[】\]］]\s*/, '意见 '],
  [/^\s*(?:请|麻烦)?(?:你|您)?(?:帮我?|给我)?(?:记|登记|记录)(?:一?[个条])?意[见見][:：\s]\s*(?=\S)/, '意见 '],
  [/^\s*(?:请|麻烦)?(?:帮我?|给我)?(?:记下|记一下|登记一下|加一?条)(?:群众|居民)?意[见見][:：]\s*(?=\S)/, '意见 '],
  [/^\s*(?:我(?:要|来|想))?反映(?:一?[个条件]|一下)(?:情况|问题|事情?|意[见見])?[:：]\s*(?=\S)/, '意见 '],
  [/^\s*(?:提|收集到|收到|提一条|反映|居民|市民|老百姓)意[见見][:：]\s*(?=\S)/, '意见 '],
  [/^\s*(?:群众|居民|市民)反映[:：]\s*(?=\S)/, '意见 '],
  [/^\s*(?:建个|建一个|创建|新增|新建一个|新建个)活[动動][:：\s]\s*/, '建活动 '],
]

/** Said before the name of something to look at. */
export const LOOKING = /^(?:我(?:要|想))?(?:请)?(?:帮我|给我)?(?:发一下|发下|看一下|看下|看看|看|查一下|查询|查看|查)/

const POLITE = '(?:请|麻烦)?(?:您|你)?(?:帮我|给我|替我)?'
const SELF = '(?:我)?(?:也|都)?(?:要|想)?(?:也|都)?'

/** Near enough to a yes to be offered, when a number stands in so short a line. */
export const MAY_JOIN = /报|参加|算我|加我/
export const MAY_NOT_JOIN = /不|没|未|别|取消|退|谁|他|她|你|大家|怎么|多少|人|表|单|费|吗|如果|要是|截止|时间|事/

/** What is left of a line when its numbers are taken out: the speaker's own yes to them. */
export const JOINS = new RegExp(
  `^${POLITE}${SELF}(?:报(?:个|一下|一个)?名|报上|都报|报名参加|参加|报一[个下]|\\+1)(?:一下)?(?:活动)?$|^(?:我)?(?:算|加|带|报)我?一个$|^加上?我$|^两个(?:我)?都(?:要)?(?:报名?|参加|去)$|^我(?:也|都)?(?:要|想)?(?:去|来|报)$|^都报名?$`,
)
export const LEAVES = new RegExp(
  `^${POLITE}(?:我)?(?:要|想)?(?:退出|取消|退了)(?:的)?(?:报名|活动)?$|^(?:我)?(?:不参加了|不去了|不来了|去不[了成]了?|来不[了成]了?|参加不了了?)$`,
)
/** The same without any number. */
export const JOINS_THE_ONE = /^(?:我)?(?:要|想)?(?:报(?:个|一下)?名|参加报名)$|^我(?:要|想)参加$/
export const LEAVES_THE_ONE = /^(?:我)?(?:要|想)?退出(?:报名)?$|^(?:我)?(?:要|想)?取消(?:我的)?报名$/
