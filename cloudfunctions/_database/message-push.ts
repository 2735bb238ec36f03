/** Which of WeChat's own messages go to which function (云开发控制台 → 设置 → 消息推送). */
export const messagePush = [{ msgType: 'event', event: 'wxa_media_check', functionName: 'timers' }] as const
