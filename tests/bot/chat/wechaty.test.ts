import { gatewayStage } from './gateway-stage.js'
import { portCases } from './port-cases.js'

portCases('Wechaty and a puppet service', gatewayStage, [
  'refuses',
  'swallows',
  'slow',
  'recalls',
  'quotes',
  'mentions',
  'renames',
  'members',
])
