/** The runtime names properties by their place in the same table as the templates, so it needs the additions too. */
import { mergeInternalComponents } from '@tarojs/shared'
import aria from './aria-components.js'

mergeInternalComponents(aria.ariaComponents)
