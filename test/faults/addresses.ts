// Every address of the app as a pattern of its router, with a request for it. A test compares the list with
// the router.

/** What requests can refer to: one stored submission. */
export interface Target {
  readonly reference: string;
  readonly trackingCode: string;
  readonly idempotencyKey: string;
  readonly uploadToken: string;
}

export const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '/api/complaints': ['/api/complaints', '/api/complaints?lang=en', '/api/complaints?lang=%00'],
  '/api/feedback': ['/api/feedback'],
  '/api/surveys/:id/responses': [
    '/api/surveys/klientu-aptauja/responses',
    '/api/surveys/nav/responses',
    '/api/surveys/__proto__/responses',
    '/api/surveys/constructor/responses',
    '/api/surveys/%E0%A4%A/responses',
    '/api/surveys/%00/responses',
    '/api/surveys/..%2f..%2fetc%2fpasswd/responses',
  ],
  '/api/uploads': ['/api/uploads'],
  '/api/status': ['/api/status'],
  '/api/status/messages': ['/api/status/messages'],
  '/api/status/files': ['/api/status/files'],
  '/api/status/review': ['/api/status/review'],
  '/api/status/rating': ['/api/status/rating'],
  '/api/status/withdraw': ['/api/status/withdraw'],
  '/api/status/copy': ['/api/status/copy'],
  '/api/status/erasure': ['/api/status/erasure'],
  '/api/receipts/keys': ['/api/receipts/keys'],
  '/api/receipts/verify': ['/api/receipts/verify'],
  '/api/challenge': ['/api/challenge'],
  '/api/health': ['/api/health'],
  '/api/live': ['/api/live'],
  '/api/openapi.json': ['/api/openapi.json'],
  '/api/search': ['/api/search', '/api/search?q=suns', '/api/search?q=%FF', '/api/search?q=__proto__'],
  '/sanemts/': ['/sanemts/', '/sanemts/?qr=ar-kodu', '/sanemts'],
  '/sanemts/apstiprinajums.txt': ['/sanemts/apstiprinajums.txt', '/sanemts/apstiprinajums.txt?ar-kodu=1'],
  '/sanemts/aizmirst': ['/sanemts/aizmirst'],
  '/meklet/': ['/meklet/', '/meklet/?q=a', '/meklet/?q=%FF&q=b'],
  '/en/search/': ['/en/search/', '/en/search/?q=constructor'],
  '/api/*': ['/api/', '/api/nothing', '/api//complaints', '/api/%2e%2e/keys.json'],
  '/*': [
    '/',
    '/nav',
    '/%2e%2e/%2e%2e/keys.json',
    '/%E0%A4%A',
    '/%00',
    '/index.html',
    '/./',
    '//',
    '/__proto__',
  ],
};
