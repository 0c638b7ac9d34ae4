/** As long as the server takes (contract/task.ts, which would bring its checks along). */
export const longestWords = 500;
export const longestName = 200;
export const longestNumber = 60;
