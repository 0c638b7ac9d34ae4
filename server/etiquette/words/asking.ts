/** A question or a request of the caller's. */
export const asksWords =
  /吗|呢|么$|(?<!为)什么|怎么(?!回事|搞|又|还)|哪|谁|几(?!次|天|遍)|多少|多久|能不能|可[不唔]可以|行不行|得唔得|有冇|系咪|使唔使|帮(?:我|忙)|麻烦|请问|再(?:查|问|说|看)|点(?:解|样)|边(?:个|度)|\b(?:can|could|would|may|what|when|where|how|who|which|is there|do you|are you|please)\b/;
