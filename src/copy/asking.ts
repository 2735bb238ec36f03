/** The marks and words with which people here ask. */
export const asking =
  /[?？]|[吗呢么][。！!~～\s]*$|^(请问|问一下|问下|谁|哪|怎么|什么时候|为什么|为啥|咋|几点|多少)|怎么办|怎么弄|谁能|谁会|有没有|能不能|可不可以|能否|是否|在哪|哪里|哪儿|什么时候|几点/
