import { opensLikeName } from './surnames.js'

/** 张敏, 欧阳文静, 阿卜杜拉·买买提, 张敏（大）: two people of one name are told apart by a mark in brackets. */
const NAME = /^\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,12}){0,3}(?:[（(][\p{Script=Han}A-Za-z]{1,4}[）)])?$/u
const TITLE = /(?:代表|主任|院长|教授|书记|局长|处长|校长|老师|医生|律师|同志|先生|女士)$/

export type NameProblem = 'empty' | 'has-title' | 'too-long' | 'no-name'

/** Whether a word of a message is plainly somebody's full name: stricter than what a roster may hold. */
export const isPlainlyName = (text: string): boolean =>
  nameProblem(text) === undefined && (text.includes('·') || [...text].length <= 4) && opensLikeName(text)

/** What is wrong with a full name; undefined when nothing is. */
export function nameProblem(text: string): NameProblem | undefined {
  if (text === '') return 'empty'
  if ([...text].length > 20) return 'too-long'
  if (text.length >= 3 && TITLE.test(text)) return 'has-title'
  return NAME.test(text) && [...text].length >= 2 ? undefined : 'no-name'
}

/** One spelling per name: the dot of names like 买买提·艾力, and no blanks inside 张 敏. */
export const tidyName = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
    .replace(/[•・]/g, '·')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
