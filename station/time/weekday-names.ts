/** Monday first, as in ISO 8601. */
export const WEEKDAY_NAMES = ['一', '二', '三', '四', '五', '六', '日'] as const
