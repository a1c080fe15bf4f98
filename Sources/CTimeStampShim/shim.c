#include "CTimeStampShim.h"

#include <openssl/err.h>
#include <openssl/ts.h>
#include <stdio.h>
#include <string.h>

int shim_timestamp_request(const unsigned char *digest, const unsigned char *nonce, unsigned char **out) {
    TS_REQ *request = TS_REQ_new();
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *algorithm = X509_ALGOR_new();
    BIGNUM *number = BN_bin2bn(nonce, 8, NULL);
    ASN1_INTEGER *integer = number ? BN_to_ASN1_INTEGER(number, NULL) : NULL;
    int length = 0;
    *out = NULL;
    if (request && imprint && algorithm && integer
        && X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, NULL)
        && TS_MSG_IMPRINT_set_algo(imprint, algorithm)
        && TS_MSG_IMPRINT_set_msg(imprint, (unsigned char *)digest, 32) && TS_REQ_set_version(request, 1)
        && TS_REQ_set_msg_imprint(request, imprint) && TS_REQ_set_nonce(request, integer)
        && TS_REQ_set_cert_req(request, 1)) {
        length = i2d_TS_REQ(request, out);
    }
    TS_REQ_free(request);
    TS_MSG_IMPRINT_free(imprint);
    X509_ALGOR_free(algorithm);
    BN_free(number);
    ASN1_INTEGER_free(integer);
    return length > 0 ? length : 0;
}

void shim_timestamp_free(unsigned char *bytes) { OPENSSL_free(bytes); }

/* OpenSSL's last words, or ours. */
static int refuse(char *why, size_t size, const char *words) {
    unsigned long code = ERR_peek_last_error();
    const char *said = code ? ERR_reason_error_string(code) : NULL;
    snprintf(why, size, "%s%s%s", words, said ? ": " : "", said ? said : "");
    ERR_clear_error();
    return 0;
}

static int seconds_of(const ASN1_GENERALIZEDTIME *time, long long *seconds) {
    ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
    int days = 0, rest = 0;
    int known = epoch && time && ASN1_TIME_diff(&days, &rest, epoch, time);
    ASN1_TIME_free(epoch);
    *seconds = (long long)days * 86400 + rest;
    return known;
}

/* The context takes the store and the digest over. */
static TS_VERIFY_CTX *context(const unsigned char *digest, const char *authorities, long long at) {
    TS_VERIFY_CTX *context = TS_VERIFY_CTX_new();
    X509_STORE *store = X509_STORE_new();
    unsigned char *copy = OPENSSL_memdup(digest, 32);
    if (!context || !store || !copy || !X509_STORE_load_locations(store, authorities, NULL)) {
        TS_VERIFY_CTX_free(context);
        X509_STORE_free(store);
        OPENSSL_free(copy);
        return NULL;
    }
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), (time_t)at);
    TS_VERIFY_CTX_set_flags(context, TS_VFY_VERSION | TS_VFY_SIGNATURE | TS_VFY_IMPRINT);
    TS_VERIFY_CTX_set_store(context, store);
    TS_VERIFY_CTX_set_imprint(context, copy, 32);
    return context;
}

int shim_timestamp_check(const unsigned char *response, long length, const unsigned char *digest,
                         const char *authorities, long long *seconds, char *why, size_t size) {
    const unsigned char *place = response;
    TS_RESP *answer = d2i_TS_RESP(NULL, &place, length);
    int holds = 0;
    ERR_clear_error();
    if (!answer || place != response + length) {
        TS_RESP_free(answer);
        return refuse(why, size, "is no time-stamp response of RFC 3161");
    }
    TS_TST_INFO *info = TS_RESP_get_tst_info(answer);
    const X509_ALGOR *algorithm = info ? TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(info)) : NULL;
    if (!info || !seconds_of(TS_TST_INFO_get_time(info), seconds)) {
        refuse(why, size, "holds no time stamp");
    } else if (!algorithm || OBJ_obj2nid(algorithm->algorithm) != NID_sha256) {
        refuse(why, size, "is not over a SHA-256 digest");
    } else {
        TS_VERIFY_CTX *check = context(digest, authorities, *seconds);
        if (!check) {
            refuse(why, size, "the file of authorities cannot be read");
        } else if (TS_RESP_verify_response(check, answer) != 1) {
            refuse(why, size, "does not hold");
        } else {
            holds = 1;
        }
        TS_VERIFY_CTX_free(check);
    }
    TS_RESP_free(answer);
    return holds;
}
