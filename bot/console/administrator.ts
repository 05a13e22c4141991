/** npm run administrator -- 区名 姓名      a district's first administrator, or a new code for one: nobody in a chat could */
import process from 'node:process'
import { appointAdministrator } from '../../commands/people/appoint.js'
import { VALID_DAYS } from '../../commands/people/code.js'
import { nameProblem, tidyName } from '../../station/people/person-name.js'
import { momentOf } from '../../station/time/civil.js'
import { copy } from './copy.js'
import { atConsole, Refusal } from './house.js'

const DISTRICT = /^\p{Script=Han}{2,10}$/u

const [district = '', name = '', more] = process.argv.slice(2).map(tidyName)
const problem = nameProblem(name)
const wrong =
  district === '' || name === '' || more !== undefined
    ? copy.administratorUsage
    : !DISTRICT.test(district)
      ? copy.badDistrict(district)
      : problem && copy.badName(name, problem)
if (wrong) {
  console.error(wrong)
  process.exit(2)
}
await atConsole(async ({ store, openSealer }) => {
  const sealer = openSealer()
  const appointed = await store.prisma.$transaction((tx) =>
    appointAdministrator(tx, sealer, momentOf(Date.now()), { district, name, byName: copy.operator }),
  )
  if (!appointed.ok) throw new Refusal(copy.namesakes(name, appointed.namesakes))
  console.log(copy.appointed(appointed.district, name, appointed.isNew, appointed.code, VALID_DAYS))
})
