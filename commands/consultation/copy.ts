import type {
  Consultation,
  ConsultationComment,
  PilotTask,
  TopicFinding,
  TopicMember,
  TopicWork,
} from '../../prisma/generated/client.js'
import { Temporal } from '../../station/time/civil.js'
import { dayText, short } from '../opinion/copy.js'

const on = (text: string): string => dayText(Temporal.PlainDate.from(text))
const count = (word: string, comments: readonly ConsultationComment[]): number =>
  comments.filter(({ feedback }) => feedback === word).length

export const copy = {
  deadlineWanted: '请写截止日期。例：征求意见 中医药条例草案 截止 3月20日',
  deadlinePast: (day: Temporal.PlainDate) => `${dayText(day)}已经过去，请写将来的截止日期。`,
  started: (no: number, title: string, day: Temporal.PlainDate) =>
    `已发起L${no}《${title}》，${dayText(day)}截止。回“L${no} 第12条 建议……”即可。`,
  unknown: (no: number) => `本站没有 L${no}。发起：征求意见 草案名称 截止 日期`,
  one: ({ no, title, deadlineOn }: Consultation, comments: number, today: string) =>
    deadlineOn < today
      ? `L${no}《${title}》已于${on(deadlineOn)}截止，共收${comments}条。汇总请发：导出条文意见 L${no}；起草单位的反馈请发：L${no} 反馈 第9条 采纳`
      : `L${no}《${title}》，${on(deadlineOn)}截止，已收${comments}条。回“L${no} 第12条 建议……”，对整部的意见回“L${no} 整体 ……”。`,
  over: ({ no, deadlineOn }: Consultation) => `L${no} 已于${on(deadlineOn)}截止，没有再收。请联系联络员。`,
  wordsWanted: (no: number) => `请写意见。例：L${no} 第12条 建议明确调剂范围`,
  commented: (no: number, article: number | null, name: string) =>
    `L${no}${article ? `-${article}` : ''} 已记（${name}）。`,
  feedbackUsage: (no: number) => `例：L${no} 反馈 第9条 采纳`,
  noComment: (no: number, article: number) => `L${no} 第${article}条还没有我们的意见。`,
  fedBack: (no: number, article: number, feedback: string, rows: number) =>
    `L${no}-${article} 反馈已记：${feedback}（${rows}条）。`,
  noRegulation: (title: string) => `没有关于“${title}”的征求意见记录。`,
  ours: ({ no }: Consultation, comments: readonly ConsultationComment[]) =>
    `本站L${no}共提${comments.length}条，采纳情况：已反馈${comments.filter(({ feedback }) => feedback !== null).length}条（采纳${count('采纳', comments)}条）。`,

  topicUsage: '例：议题 基层医保支付 邀请 金融站 赵磊',
  notMembers: (names: readonly string[]) => `${names.join('、')}不在各站名册，请核对姓名。`,
  topic: (no: number, question: string, invited: readonly string[]) =>
    `议题K${no} 已建：${question}。${invited.length > 0 ? `${invited.map((name) => `${name}代表`).join('、')}待同意。` : ''}`,
  invitation: (no: number, question: string, by: string) =>
    `${by}代表邀请您参加议题K${no}“${question}”的研究、调研。回“同意”“不便”或“想了解”（也可写“同意 K${no}”）。不回不算同意。`,
  callPromised: (no: number, convenor: string) =>
    `已转轮值召集人${convenor}代表与您电话沟通K${no}。谈过后回“同意”或“不便”。`,
  callWanted: (no: number, question: string, name: string) =>
    `${name}代表想了解议题K${no}“${question}”，请打个电话沟通。`,
  notInvited: (no: number) => `您没有收到 K${no} 的邀请。`,
  answered: (no: number, agreed: boolean) => (agreed ? `已记：您同意参加K${no}。` : `已记：K${no} 您不便参加。`),
  answeredToLead: (no: number, name: string, agreed: boolean) =>
    `${name}代表${agreed ? '同意参加' : '不便参加'}K${no}。`,

  topicOver: (no: number) => `K${no} 已结题，不再邀请。`,
  invitedByLead: (no: number) => `K${no} 由牵头代表或召集人、联络员邀请，可以请他们发“K${no} 邀请 姓名”。`,
  inviteUsage: (no: number) => `请写邀请谁。例：K${no} 邀请 法律站 周宁`,
  invitedToTopic: (no: number, names: readonly string[]) => `K${no} 已邀请${names.join('、')}，待本人同意。`,
  inTopicAlready: (no: number) => `K${no} 已经有他们了。回“K${no}”看成员。`,
  noTopics: '还没有议题。建议题请发：议题 名称 邀请 谁',
  topics: (rows: readonly TopicWork[]) =>
    [
      '议题：',
      ...rows.map(
        ({ no, question, state }) => `K${no} ${short(question, 24)}〔${state === 'reported' ? '已结题' : '进行中'}〕`,
      ),
      `回编号看成员和发现，例：K${rows[0]!.no}`,
    ].join('\n'),
  noConsultations: '还没有征求意见。发起：征求意见 草案名称 截止 日期',
  consultations: (rows: readonly (Consultation & { comments: number })[], today: string) =>
    [
      '立法征求意见：',
      ...rows.map(
        ({ no, title, deadlineOn, comments }) =>
          `L${no}《${short(title, 20)}》${deadlineOn < today ? '已截止' : `${on(deadlineOn)}截止`}，${comments}条`,
      ),
      `提意见：L${rows[0]!.no} 第12条 建议……`,
    ].join('\n'),
  unknownTopic: (no: number) => `没有 K${no} 这个议题。建议题请发：议题 名称 邀请 谁`,
  notInTopic: (no: number) => `K${no} 由已同意参加的代表记发现。请联系议题牵头代表邀请您。`,
  notTopicLead: (no: number) => `K${no} 由牵头代表或联络员结题。`,
  reportWanted: (no: number) => `请写报告名称。例：K${no} 报告 《关于基层医保支付的调研报告》`,
  found: (no: number, total: number) => `K${no} 已记第${total}条发现。回“K${no}”看全部；结题请发：K${no} 报告 名称`,
  topicReported: (no: number, report: string) => `K${no} 已结题，报告：${report}。成果登记后可继续跟踪采纳情况。`,
  topicOne: (
    { no, question, state, report, ledById }: TopicWork,
    name: (id: number) => string,
    members: readonly TopicMember[],
    findings: readonly TopicFinding[],
  ) =>
    [
      `K${no} ${question}（${name(ledById)}牵头，${state === 'reported' ? `已结题：${report ?? ''}` : '进行中'}）`,
      members.length > 0
        ? `成员：${members.map(({ personId, state: answer }) => `${name(personId)}${{ invited: '（待同意）', declined: '（不便）' }[answer] ?? ''}`).join('、')}`
        : '',
      findings.length > 0 ? `发现${findings.length}条，最近：` : `还没有发现。记一条：K${no} 发现 …`,
      ...findings.slice(-3).map(({ text, personId }) => `${name(personId)}：${short(text, 40)}`),
    ]
      .filter(Boolean)
      .join('\n'),
  noComments: (no: number) => `L${no} 还没有条文意见，没有可汇总的。`,
  deadlineSoon: ({ no, title }: Consultation, days: number, comments: number) =>
    `L${no}《${title}》${days === 0 ? '今天截止' : `还有${days}天截止`}，已收${comments}条。回“L${no} 第12条 建议……”。`,
  deadlineOver: ({ no, title }: Consultation, comments: number) =>
    `L${no}《${title}》昨天截止，共收${comments}条。导出请发：导出条文意见 L${no}`,

  contact: (kind: string, households: number | undefined, total: number) =>
    `已记联系群众1次（${kind}${households ? `${households}户` : ''}），累计${total}次。群众说的事请逐条发“意见 …”。`,
  taskDay: '请写将来的上报日期。例：任务 试点总结 市人大 12月31日',
  task: (title: string, organ: string, day: Temporal.PlainDate) =>
    `已建任务：${title}（${organ}，${dayText(day)}前上报），提前15天提醒轮值召集人。`,
  taskDue: (title: string, organ: string, dueOn: string, days: number) =>
    `${title}${days > 0 ? `还有${days}天（${on(dueOn)}）` : days === 0 ? '今天' : `已过期（${on(dueOn)}），仍`}要报${organ}。${days > 3 ? '' : `报了请回“任务已报 ${short(title, 20)}”。`}`,
  tasks: (open: readonly PilotTask[], reported: number, today: string) =>
    open.length === 0
      ? `没有未报的上级任务${reported > 0 ? `，已报${reported}项` : ''}。建任务请发：任务 试点总结 市人大 12月31日`
      : [
          `上级任务${open.length}项未报${reported > 0 ? `，已报${reported}项` : ''}：`,
          ...open
            .slice(0, open.length > 4 ? 3 : 4)
            .map(
              ({ title, organ, dueOn }) =>
                `${short(title, 20)}（${short(organ, 12)}，${on(dueOn)}${dueOn < today ? '，已过期' : ''}）`,
            ),
          ...(open.length > 4 ? [`……另有${open.length - 3}项。`] : []),
          `报了请回“任务已报 ${short(open[0]!.title, 20)}”。`,
        ].join('\n'),
  taskReported: ({ title, organ }: PilotTask) => `已记：${title}已报${organ}，不再提醒。`,
  whichTask: (said: string, tasks: readonly PilotTask[]) =>
    tasks.length === 0
      ? '没有未报的上级任务。看任务请回“任务列表”。'
      : `没有找到唯一的“${short(said, 20)}”。未报的有：${tasks
          .slice(0, 4)
          .map(({ title }) => short(title, 20))
          .join('、')}${tasks.length > 4 ? '等' : ''}。`,
  noContacts: '本季度联系群众0次，需要帮您约一次进站接待吗？走访后发：联系群众 走访3户 反映停车',
}
