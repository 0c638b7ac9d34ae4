/** 刘敏 女士; Ms Sarah Miller. */
export const residentName = ({ name, title }: { name: string; title: string }): string => (title === '' ? name : /^[A-Z]/.test(title) ? `${title} ${name}` : `${name} ${title}`);
