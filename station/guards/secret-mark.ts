/** The mark of a classified paper, as the law prescribes it: 机密★5年, 绝密★长期, 密级：秘密. Talk about secrecy has none. */
const MARK =
  /(?:绝密|机密|秘密)\s*[★☆*]\s*(?:\d{1,2}\s*(?:年|个月)|长期|启封|解密)?|密\s*级\s*[:：]\s*(?:绝密|机密|秘密)|[【[［(（](?:绝密|机密)[】\]］)）]/

export const bearsSecretMark = (text: string): boolean => MARK.test(text)
