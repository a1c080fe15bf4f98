"""spider.py URLS OUT CONCURRENCY: Scrapy over a list of URLs, no delay, no robots.txt, URL and HTML to JSON lines."""
import json
import sys

import scrapy
from scrapy.crawler import CrawlerProcess

urls, out, width = sys.argv[1], sys.argv[2], int(sys.argv[3])


class Spider(scrapy.Spider):
    name = "bench"

    async def start(self):
        with open(urls) as lines:
            for line in lines:
                yield scrapy.Request(line.strip(), callback=self.parse, dont_filter=True)

    def parse(self, response):
        yield {"url": response.url, "html": response.text}


process = CrawlerProcess(settings={
    "LOG_LEVEL": "ERROR", "ROBOTSTXT_OBEY": False, "DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": width,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1, "TELNETCONSOLE_ENABLED": False, "USER_AGENT": "bench-spider/1.0",
    "FEEDS": {out: {"format": "jsonlines", "overwrite": True}},
})
process.crawl(Spider)
process.start()
with open(out) as rows:
    print(json.dumps({"pages": sum(1 for _ in rows)}))
