import { StartError } from '../errors'
import type { FunctionHost } from '../functions/function-host'

/** Which function gets WeChat's messages of a kind, as set in the cloud console under message push. */
export interface MessagePush {
  /** `event`, `text`, … */
  msgType: string
  /** `wxa_media_check`, …; empty for messages that are no events. */
  event: string
  functionName: string
}

/** Delivers WeChat's messages to functions: the event argument is the message, and nobody is the caller. */
export class MessagePushes {
  /** Throws StartError BadDefinition for a function that isn't there, or a kind that is set twice. */
  constructor(
    private readonly routes: readonly MessagePush[],
    private readonly host: FunctionHost,
  ) {
    routes.forEach(({ msgType, event, functionName }, index) => {
      if (!host.folder.has(functionName)) throw bad(`there is no function ${functionName}`)
      const first = routes.findIndex((one) => one.msgType === msgType && one.event === event)
      if (first < index) throw bad(`${msgType} ${event} is set twice`)
    })
  }

  /** Delivers a message; one that no function is set for goes nowhere, as on the platform. Throws FunctionError. */
  async deliver(message: Record<string, unknown>): Promise<void> {
    const { MsgType: msgType, Event: event = '' } = message
    const route = this.routes.find((one) => one.msgType === msgType && one.event === event)
    if (route) await this.host.send(route.functionName, message, { openid: '', source: 'wx_unknown' })
  }
}

function bad(reason: string): StartError {
  return new StartError('BadDefinition', `message push: ${reason}`)
}
