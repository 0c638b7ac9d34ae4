export const privacy = {
  chain: {
    title: 'Proof against tampering',
    sealed: '{{n}} entries sealed',
    unsealed: '{{n}} being sealed',
    whole: 'Checked {{when}}: whole, nobody has touched it',
    never: 'Not checked yet',
    check: 'Check now',
    checking: 'Checking…',
    broken: 'Checked {{when}}: something is wrong at entry {{seq}}. {{why}}',
    entry: ' (record {{id}})',
    whys: { missing: 'Entries were taken out', changed: 'Its contents or its place were changed', inserted: 'Entries were put in later', anchor: 'It does not match a value kept elsewhere', blanked: 'Its contents are gone without an erasure on record' },
    failed: 'Could not be checked: {{why}}',
    hint: 'Each entry is locked to the one before it: taking out, editing, inserting or reordering is found.',
  },
};
