import type { Station } from '../../prisma/generated/client.js'
import type { StationSettings } from '../../station/settings.js'

interface Faq {
  question: string
  /** The whole question as people type it, once courtesies, blanks and marks are gone. */
  asks: RegExp
  answer(station: Station, settings: StationSettings): string
}

const STATION = '(?:这个|我们|本)?(?:联络)?站'

/** What newcomers ask, in the order of the list; a station may put its own answer in place of ours. */
export const FAQ: readonly Faq[] = [
  {
    question: '和代表之家有啥区别',
    asks: new RegExp(
      `^(?:${STATION}?(?:和|跟|与)?(?:人大)?代表之家|家站|家和站|站和家)(?:和${STATION})?(?:有)?(?:啥|什么|哪些)?(?:区别|不同|不一样)$`,
    ),
    answer: () =>
      '“家”管选区居民的日常民意，就近找代表；“站”管本专业的问题，跨区域、跨层级，专业的人干专业的事。区域性的事会移交“家”或“室”，本站继续跟踪。',
  },
  {
    question: '入站要做什么',
    asks: new RegExp(
      `^(?:我)?(?:入站|进站|加入${STATION}?)(?:后|以后|了)?(?:我)?(?:要|需要|得)(?:做|干)(?:些)?(?:啥|什么)$`,
    ),
    answer: (_station, { activitiesPerYear }) =>
      `一年至少参加${activitiesPerYear}次活动、提1件高质量的建议，轮到时进站接待；听到群众的话随手登记，有了答复转告群众。`,
  },
  {
    question: '要花多少时间',
    asks: new RegExp(`^(?:入站|进站|${STATION})?(?:要|会)?(?:花|占|占用)(?:我)?(?:多少|多长)时间$`),
    answer: (_station, { activitiesPerYear, deputiesPerShift }) =>
      `活动一年${activitiesPerYear}次起，每次约半天；接待每班${deputiesPerShift}人轮流，一年一两次。代表法第四十条：参加统一组织的履职活动，所在单位必须给予时间保障。`,
  },
  {
    question: '群众意见怎么记',
    asks: /^(?:群众)?意见(?:要|该|应该)?怎么(?:记|登记|提|报)$/,
    answer: () =>
      '发“意见 社区医院缺儿科”即可；群友转来的话，长按引用再回“记意见”。原话加密保存，电话、证件、门牌在群里不显示。',
  },
  {
    question: '意见和建议有啥区别',
    asks: /^(?:群众)?意见(?:和|跟|与)(?:代表)?建议(?:有)?(?:啥|什么)?(?:区别|不同|不一样)$/,
    answer: () =>
      '群众意见是群众说的话，由站转办、反馈；代表建议由代表署名提出，经人大机关交办，法定3个月（复杂的6个月）内答复。意见可以起草成建议：起草建议 Y17',
  },
  {
    question: '意见多久有答复',
    asks: /^(?:群众)?意见(?:多久|多长时间|几天|什么时候)(?:能|会)?(?:有)?(?:答复|回复|结果)$/,
    answer: () =>
      '转办时会写明答复期限和依据（本站约定，不是法定期限）；到期、超期都会提醒。回“Y编号”随时看到哪一步了。',
  },
  {
    question: '谁能看到我登记的内容',
    asks: /^谁(?:能|可以)(?:看到|看见|看)(?:我)?(?:登记|记|写|发|说)的(?:内容|意见|话|东西)?$/,
    answer: () =>
      '隐去个人信息后的内容，本站代表和工作人员能看；群众原话只有登记人和联络员能看，每次查看都留记录；别的站看不到。',
  },
  {
    question: '不想收那么多消息怎么办',
    asks: /^(?:消息|提醒)(?:太多(?:了)?)?怎么(?:关|少一点|少收|设免打扰)$|^(?:我)?不想收(?:那么多|这么多)?(?:消息|提醒)(?:怎么办)?$/,
    answer: (_station, { quietFrom, quietUntil }) =>
      `${quietFrom}到${quietUntil}不发不急的消息，自己另设请回“免打扰 12:00-14:00”；要您答复的事攒成一条，回“1是 2是”即可。不想被记下的话，句尾写“不记录”。`,
  },
  {
    question: '报了名去不了怎么办',
    asks: /^(?:我)?报(?:了)?名(?:了)?(?:又|但)?(?:去不了|来不了|不能去)(?:了)?怎么办$/,
    answer: () =>
      '活动前回“请假 H12 原因”，名额会让给候补；请假和未到分开记。接待来不了：换班 D7 姓名，或请假 D7 原因。',
  },
  {
    question: '助手能替我办事吗',
    asks: /^(?:小)?助手(?:能|可以|会)(?:不能)?(?:替|帮)(?:我|我们|群众)(?:办事|解决问题|处理问题)$/,
    answer: () =>
      '不能。助手只登记、提醒、转达、统计，不直接处理问题，也不发表看法；结果由谁答复、哪天答复，都照原样告诉您。',
  },
]
