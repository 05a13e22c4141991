// Only what recognisers look for: surnames, titles, labels. The text itself is never converted.
const TRADITIONAL =
  '張陳劉趙黃吳孫馬羅鄭謝韓馮蕭鄧許傅蘇盧蔣賈葉閻鐘鍾範譚鄒陸錢湯賴龔楊龐顏嚴萬車費溫聶關駱畢莊齊電話號碼樓棟單證郵銀賬帳師爺媽嬸護護業戶聯繫絡機門衛歲線點陽間歐姍'
const SIMPLIFIED =
  '张陈刘赵黄吴孙马罗郑谢韩冯萧邓许傅苏卢蒋贾叶阎钟钟范谭邹陆钱汤赖龚杨庞颜严万车费温聂关骆毕庄齐电话号码楼栋单证邮银账账师爷妈婶护护业户联系络机门卫岁线点阳间欧姗'

const pairs = new Map([...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index] ?? character]))

export const simplifiedOf = (character: string): string => pairs.get(character) ?? character
