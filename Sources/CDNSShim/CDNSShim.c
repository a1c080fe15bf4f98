#include "CDNSShim.h"

#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

int shim_txt(const char *name, unsigned int address, unsigned short port, unsigned char *room, int size) {
    unsigned char answer[NS_MAXMSG];
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0) return -1;
    if (port != 0) {
        state.nscount = 1;
        state.nsaddr_list[0].sin_family = AF_INET;
        state.nsaddr_list[0].sin_addr.s_addr = htonl(address);
        state.nsaddr_list[0].sin_port = htons(port);
    }
    // Neither the search list nor a name without a dot: the name asked for and no other.
    int length = res_nquery(&state, name, ns_c_in, ns_t_txt, answer, sizeof answer);
    int fault = state.res_h_errno;
    res_nclose(&state);
    if (length < 0) return fault == HOST_NOT_FOUND || fault == NO_DATA ? 0 : -1;
    ns_msg message;
    if (length > (int)sizeof answer || ns_initparse(answer, length, &message) != 0) return -1;
    int used = 0;
    for (int index = 0; index < ns_msg_count(message, ns_s_an); index++) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, index, &record) != 0) return -1;
        if (ns_rr_type(record) != ns_t_txt) continue;
        const unsigned char *at = ns_rr_rdata(record), *end = at + ns_rr_rdlen(record);
        while (at < end) {
            int part = *at++;
            if (part > end - at) return -1;
            if (used + part + 1 > size) return -2;
            memcpy(room + used, at, part);
            used += part;
            at += part;
        }
        room[used++] = 0;
    }
    return used;
}
