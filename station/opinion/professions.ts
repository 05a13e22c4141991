/**
 * What a professional station is for: which categories and words are its own. A station's profession is free text in
 * the roster, so rows are found by a word in it.
 */
export interface Profession {
  readonly names: readonly string[]
  readonly categories: readonly string[]
  readonly words: readonly string[]
}

const row = (names: string, categories: string, words: string): Profession => ({
  names: names.split(' '),
  categories: categories.split(' '),
  words: words.split(' '),
})

const PROFESSIONS: readonly Profession[] = [
  row(
    '医疗 卫生 医药 中医 健康',
    'health',
    '医院 医生 儿科 看病 就诊 药 医保 护理 疫苗 康复 中医 医药 门诊 急诊 诊所 病',
  ),
  row('金融 财经 经济 投资', 'economy', '银行 贷款 理财 保险 金融 集资 非法集资 诈骗 征信 利率 投资 融资 反诈 基金'),
  row(
    '法律 司法 法治 律师',
    'law discipline',
    '法律 律师 诉讼 法院 公证 调解 维权 合同 仲裁 法律援助 条例 立法 执法 普法 遗嘱',
  ),
  row('教育 教师', 'education', '学校 老师 学生 课后 双减 入学 学区 幼儿园 家长 培训 教育 作业'),
  row('文化 旅游 文旅 体育', 'commerce-tourism education', '景区 旅游 文物 非遗 图书馆 演出 体育 场馆 文化'),
  row('科技 信息 工业', 'technology', '科技 数据 网络 专利 研发 人工智能 信息 系统'),
  row('城建 建设 规划 住建 城市', 'construction land', '规划 建设 电梯 改造 市政 道路 物业 房屋'),
  row('环保 生态 环境', 'environment', '污染 噪声 河道 垃圾 油烟 排放'),
  row('农业 农村 三农', 'rural', '农田 种植 村 农产品 养殖'),
  row('民政 养老 社会 妇女 残联', 'civil-affairs', '养老 助餐 残疾 救助 低保 老人'),
  row('劳动 人社 工会 企业 工商', 'labour economy', '工资 社保 就业 企业 营商 劳动'),
  row('交通 运输', 'transport', '公交 地铁 停车 堵车 红绿灯'),
]

/** Rows whose name stands in the station's profession: 医疗卫生 is 医疗 and 卫生. */
export const professionsOf = (profession: string): readonly Profession[] =>
  PROFESSIONS.filter(({ names }) => names.some((name) => profession.includes(name)))
