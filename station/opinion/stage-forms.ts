import type { StageId } from './channels.js'

/**
 * The grammar of a voice tells its stage where its words do not: who wishes that something be laid down speaks of a decision,
 * who holds a promise or an order against what came of it speaks of supervision. An execution has no form of its own.
 */
const FORMS: readonly (readonly [StageId, RegExp])[] = [
  [
    'decision',
    /要是能|要不要|是不是(?:可以|也?[该能])|[好能]不[好能](?:造|建|设|搞|弄)|有没有可能|能不能(?!.{0,12}(?:修|清|管|查|来人))/,
  ],
  [
    'decision',
    /(?:立|定|有|出)个?(?:规矩|说法|细则|章程|办法)|没有?(?:一个)?(?:规矩|专门法律|立法)|立法|立项|(?:法律|政策|制度)上?.{0,4}空白/,
  ],
  [
    'decision',
    /(?:也|就)?(?:该|应该|应当|可以|最好)(?:把.{0,12})?(?:算进|写进|写明|明确|纳入|列入|覆盖|规定|规划|取消|放宽|调低|调高|调整|增设|设立)/,
  ],
  [
    'decision',
    /(?:门槛|标准|范围|目录|比例|年限|名额).{0,6}(?:调|放宽|扩|提高|降|改)|标准还是.{0,8}(?:定的|的)|(?:先|得|要)(?:问问|听听|征求|论证)|论证清楚/,
  ],
  [
    'supervision',
    /(?:说好|答应|承诺|答复|讲好|签了字|判决|通知|罚单|报告|公示|验收|鉴定|整改|责令|处罚).{0,16}(?:没人|还是?[在没]|照|不履行|没[有动换修来见]|到现在|至今|不合格|三年|半年)/,
  ],
  [
    'supervision',
    /(?:报修|反映|投诉|报警|举报|报过?|打了).{0,6}(?:[二两三四五六七八九十好几多]+[个次回遍]|多少遍).{0,8}(?:没|还|都|推|月)/,
  ],
  [
    'supervision',
    /(?:检查|督查|上头|领导).{0,8}(?:前|来人?).{0,12}(?:招呼|干净|一走|人走)|(?:钱|资金|款).{0,8}(?:哪里|去向|晒一?晒|公开)|没.{0,4}(?:下文|交代|回音)|踢皮球|打不通/,
  ],
]

/** The one stage whose forms a text has; null: none, or more than one. */
export const stageByForm = (text: string): StageId | null => {
  const told = new Set(FORMS.filter(([, form]) => form.test(text)).map(([stage]) => stage))
  return told.size === 1 ? [...told][0]! : null
}
