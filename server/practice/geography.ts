/** What a carrier's lookup knows of a number; a field it does not know is an empty string. */
export interface Geography {
  city: string;
  state: string;
  zip: string;
  country: string;
}

// A few places are enough to look real. Mainland and Hong Kong numbers carry the country only.
const places: readonly (readonly [prefix: string, place: Geography])[] = [
  ['+1415', { city: 'SAN FRANCISCO', state: 'CA', zip: '94105', country: 'US' }],
  ['+1212', { city: 'NEW YORK', state: 'NY', zip: '10001', country: 'US' }],
  ['+1818', { city: 'LOS ANGELES', state: 'CA', zip: '91604', country: 'US' }],
  ['+1604', { city: 'VANCOUVER', state: 'BC', zip: '', country: 'CA' }],
  ['+1', { city: '', state: '', zip: '', country: 'US' }],
  ['+852', { city: '', state: '', zip: '', country: 'HK' }],
  ['+853', { city: '', state: '', zip: '', country: 'MO' }],
  ['+886', { city: '', state: '', zip: '', country: 'TW' }],
  ['+86', { city: '', state: '', zip: '', country: 'CN' }],
  ['+81', { city: '', state: '', zip: '', country: 'JP' }],
  ['+65', { city: '', state: '', zip: '', country: 'SG' }],
  ['+61', { city: '', state: '', zip: '', country: 'AU' }],
  ['+44', { city: '', state: '', zip: '', country: 'GB' }],
];

/** The geography sent for an address, or undefined where the carrier sends none: clients, SIP addresses, withheld and unknown numbers. */
export function geographyOf(address: string): Geography | undefined {
  return places.find(([prefix]) => address.startsWith(prefix))?.[1];
}
